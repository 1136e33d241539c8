// With the whole of SDK version 2, as the first function of this kind had it: nothing bundled, no connection kept.
"use strict";
const { run } = require("./runtime");
const { update } = require("./updater");
const AWS = require("aws-sdk");

const endpoint = process.env.AWS_ENDPOINT_URL;
const autoScaling = new AWS.AutoScaling({ endpoint });
const ec2 = new AWS.EC2({ endpoint });
const route53 = new AWS.Route53({ endpoint });

run(event => update(event, {
  describeGroups: input => autoScaling.describeAutoScalingGroups(input).promise(),
  describeInstances: input => ec2.describeInstances(input).promise(),
  listRecords: input => route53.listResourceRecordSets(input).promise(),
  changeRecords: input => route53.changeResourceRecordSets(input).promise(),
}));

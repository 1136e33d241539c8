// With SDK version 3, bundled by esbuild into one file of what is used, with connections that are kept.
import { run } from "./runtime.js";
import { update } from "./updater.js";
import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from "@aws-sdk/client-auto-scaling";
import { DescribeInstancesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { ChangeResourceRecordSetsCommand, ListResourceRecordSetsCommand, Route53Client } from "@aws-sdk/client-route-53";

const requestHandler = { httpAgent: { keepAlive: true } };
const autoScaling = new AutoScalingClient({ requestHandler });
const ec2 = new EC2Client({ requestHandler });
const route53 = new Route53Client({ requestHandler });

run(event => update(event, {
  describeGroups: input => autoScaling.send(new DescribeAutoScalingGroupsCommand(input)),
  describeInstances: input => ec2.send(new DescribeInstancesCommand(input)),
  listRecords: input => route53.send(new ListResourceRecordSetsCommand(input)),
  changeRecords: input => route53.send(new ChangeResourceRecordSetsCommand(input)),
}));

// What both baselines do; the calls are their own.
"use strict";

const idsOfRequest = 200;

exports.update = async (event, calls) => {
  const message = JSON.parse(event.Records[0].Sns.Message);
  const { AutoScalingGroups: [group] } = await calls.describeGroups({ AutoScalingGroupNames: [message.AutoScalingGroupName] });
  const [HostedZoneId, Name] = group.Tags.find(tag => tag.Key === "DomainMeta").Value.split(":");

  const ids = group.Instances.filter(instance => instance.LifecycleState === "InService").map(instance => instance.InstanceId);
  const ResourceRecords = [];
  for (let first = 0; first < ids.length; first += idsOfRequest) {
    const { Reservations } = await calls.describeInstances({ Filters: [{ Name: "instance-id", Values: ids.slice(first, first + idsOfRequest) }] });
    for (const { Instances } of Reservations) for (const { PublicIpAddress } of Instances) ResourceRecords.push({ Value: PublicIpAddress });
  }

  const { ResourceRecordSets } = await calls.listRecords({ HostedZoneId });
  const before = ResourceRecordSets.find(set => set.Type === "A" && set.Name === `${Name}.`);
  if (before && before.ResourceRecords.length === ResourceRecords.length) return { changed: 0 };

  const ResourceRecordSet = { Name, Type: "A", TTL: 10, ResourceRecords };
  await calls.changeRecords({ HostedZoneId, ChangeBatch: { Changes: [{ Action: "UPSERT", ResourceRecordSet }] } });
  return { changed: 1 };
};

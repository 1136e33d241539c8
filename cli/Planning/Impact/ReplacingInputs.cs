using System.Collections.Frozen;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>
/// The inputs that the AWS provider can't change in place: those that its schemas mark as forcing a new resource
/// (<c>ForceNew</c> in hashicorp/terraform-provider-aws, <c>internal/service</c>), for the types that the stack declares.
/// The end-to-end tests change each of them on the provider itself.
/// </summary>
internal static class ReplacingInputs
{
    private const string Parameter = "aws:ssm/parameter:Parameter";
    private const string Tier = "tier";

    public static FrozenDictionary<string, string[]> ByType { get; } = new Dictionary<string, string[]>
    {
        ["aws:autoscaling/group:Group"] = ["initialLifecycleHooks", "name", "namePrefix"],
        ["aws:autoscaling/lifecycleHook:LifecycleHook"] = ["name"],
        ["aws:autoscaling/notification:Notification"] = ["topicArn"],
        ["aws:autoscaling/policy:Policy"] = ["autoscalingGroupName", "name"],
        ["aws:autoscaling/schedule:Schedule"] = ["autoscalingGroupName", "scheduledActionName"],
        ["aws:cloudwatch/eventRule:EventRule"] = ["eventBusName", "name"],
        ["aws:cloudwatch/eventTarget:EventTarget"] = ["eventBusName", "rule", "targetId"],
        ["aws:cloudwatch/logGroup:LogGroup"] = ["logGroupClass", "name"],
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = ["name"],
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = ["vpcId"],
        ["aws:ec2/eip:Eip"] = ["domain"],
        ["aws:ec2/launchTemplate:LaunchTemplate"] = ["name"],
        ["aws:ec2/natGateway:NatGateway"] = ["allocationId", "subnetId"],
        ["aws:ec2/route:Route"] = ["destinationCidrBlock", "routeTableId"],
        ["aws:ec2/routeTable:RouteTable"] = ["vpcId"],
        ["aws:ec2/routeTableAssociation:RouteTableAssociation"] = ["subnetId"],
        ["aws:ec2/securityGroup:SecurityGroup"] = ["description", "name", "vpcId"],
        ["aws:ec2/subnet:Subnet"] = ["availabilityZone", "cidrBlock", "vpcId"],
        ["aws:ec2/vpc:Vpc"] = ["cidrBlock"],
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = ["serviceName", "vpcEndpointType", "vpcId"],
        ["aws:ecr/lifecyclePolicy:LifecyclePolicy"] = ["policy", "repository"],
        ["aws:ecr/repository:Repository"] = ["encryptionConfigurations", "name"],
        ["aws:iam/instanceProfile:InstanceProfile"] = ["name", "path"],
        ["aws:iam/role:Role"] = ["name", "path"],
        ["aws:iam/rolePolicy:RolePolicy"] = ["name", "role"],
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = ["policyArn", "role"],
        ["aws:kms/alias:Alias"] = ["name"],
        ["aws:kms/key:Key"] = ["customerMasterKeySpec", "keyUsage", "multiRegion"],
        ["aws:lambda/function:Function"] = ["name", "packageType"],
        ["aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"] = ["functionName", "qualifier"],
        ["aws:lambda/permission:Permission"] = ["action", "function", "principal", "sourceArn", "statementId"],
        ["aws:route53/record:Record"] = ["name", "zoneId"],
        ["aws:route53/zone:Zone"] = ["delegationSetId", "name"],
        ["aws:sns/topic:Topic"] = ["name"],
        ["aws:sns/topicPolicy:TopicPolicy"] = ["arn"],
        ["aws:sns/topicSubscription:TopicSubscription"] = ["endpoint", "protocol", "topic"],
        ["aws:sqs/queue:Queue"] = ["name"],
        ["aws:sqs/queuePolicy:QueuePolicy"] = ["queueUrl"],
        [Parameter] = ["dataType", "name", Tier],
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = ["securityGroupId"],
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = ["securityGroupId"],
    }.ToFrozenDictionary();

    public static bool Contains(string type, string input) => ByType.TryGetValue(type, out var inputs) && inputs.Contains(input);

    /// <summary>Whether the input's change from one value to the other needs a new resource.</summary>
    public static bool Contains(PlannedResource before, PlannedResource after, string input) => (after.Type, input) switch
    {
        // Every other tier can be changed into.
        (Parameter, Tier) => (before.Text(Tier), after.Text(Tier)) is ("Advanced", "Standard"),
        _ => Contains(after.Type, input),
    };
}

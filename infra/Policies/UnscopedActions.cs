using System.Collections.Frozen;

namespace Dockerland.Infra.Policies;

/// <summary>The actions that AWS lets nobody narrow to a resource, so that <c>*</c> is the only resource there is for them.</summary>
public static class UnscopedActions
{
    private const string Reference = "https://docs.aws.amazon.com/service-authorization/latest/reference/";

    // AWS's own smallest policy for sessions, in which all five stand on '*'.
    private const string Sessions = "https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html";

    /// <summary>Action → the page that says so; of the service authorization reference, the table whose column "Resource types" is empty for it.</summary>
    public static FrozenDictionary<string, string> Sources { get; } = new Dictionary<string, string>
    {
        ["autoscaling:DescribeAutoScalingGroups"] = Reference + "list_amazonec2autoscaling.html",
        ["autoscaling:DescribeAutoScalingInstances"] = Reference + "list_amazonec2autoscaling.html",
        ["autoscaling:DescribeLifecycleHooks"] = Reference + "list_amazonec2autoscaling.html",
        ["ec2:DescribeInstances"] = Reference + "list_amazonec2.html",
        ["ec2:DescribeTags"] = Reference + "list_amazonec2.html",
        ["ecr:GetAuthorizationToken"] = Reference + "list_amazonelasticcontainerregistry.html",
        ["route53:CreateHealthCheck"] = Reference + "list_amazonroute53.html",
        ["route53:ListHealthChecks"] = Reference + "list_amazonroute53.html",
        ["ssm:UpdateInstanceInformation"] = Sessions,
        ["ssmmessages:CreateControlChannel"] = Sessions,
        ["ssmmessages:CreateDataChannel"] = Sessions,
        ["ssmmessages:OpenControlChannel"] = Sessions,
        ["ssmmessages:OpenDataChannel"] = Sessions,
    }.ToFrozenDictionary();
}

using System.Collections.Frozen;

namespace Dockerland.Infra.Policies;

/// <summary>The actions that AWS lets nobody narrow to a resource, so that <c>*</c> is the only resource there is for them.</summary>
public static class UnscopedActions
{
    private const string Reference = "https://docs.aws.amazon.com/service-authorization/latest/reference/";

    /// <summary>Action → the page of the service authorization reference whose table leaves its column "Resource types" empty.</summary>
    public static FrozenDictionary<string, string> Sources { get; } = new Dictionary<string, string>
    {
        ["autoscaling:DescribeAutoScalingGroups"] = Reference + "list_amazonec2autoscaling.html",
        ["ec2:DescribeInstances"] = Reference + "list_amazonec2.html",
        ["ecr:GetAuthorizationToken"] = Reference + "list_amazonelasticcontainerregistry.html",
    }.ToFrozenDictionary();
}

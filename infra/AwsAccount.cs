using Pulumi;
using Pulumi.Aws;

namespace Dockerland.Infra;

/// <summary>Where in AWS the stack is, so that ARNs can be told before there is anything of that name.</summary>
/// <param name="Partition"><c>aws</c>, but in China and for the US government.</param>
/// <param name="DnsSuffix">What the partition's addresses end in.</param>
public sealed record AwsAccount(string Partition, string Id, string Region, string DnsSuffix)
{
    /// <summary>The account whose credentials the provider has.</summary>
    public static Output<AwsAccount> Find(string region) => Output.Tuple(GetCallerIdentity.Invoke(), GetPartition.Invoke())
        .Apply(parts => new AwsAccount(parts.Item2.Partition, parts.Item1.AccountId, region, parts.Item2.DnsSuffix));

    /// <summary>An ARN in the account and region.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Id}:{resource}";

    /// <summary>The ARN of an SSM parameter, by its name with or without a slash at its beginning.</summary>
    public string ParameterArn(string name) => Arn("ssm", $"parameter/{name.TrimStart('/')}");

    /// <summary>An ARN of IAM, which has no regions.</summary>
    public string IamArn(string resource) => $"arn:{Partition}:iam::{Id}:{resource}";
}

using System.Collections.Immutable;
using System.Text;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Clouds;

/// <summary>The page that says what whoever deploys must be allowed: what a deployment was seen to call, and what no recording can show.</summary>
internal static class DeployerPermissions
{
    public const string Page = "docs/permissions.md";

    /// <summary>Permissions that AWS asks for beyond the calls themselves, or for calls that moto doesn't have, each with the reason.</summary>
    public static readonly ImmutableArray<(string Action, string Reason)> Unrecorded =
    [
        ("autoscaling:CancelInstanceRefresh", "an update during a refresh cancels it first; moto has no refreshes"),
        ("autoscaling:DeleteNotificationConfiguration", "moto has no notifications"),
        ("autoscaling:DescribeInstanceRefreshes", "the provider waits for the one that it cancelled; moto has no refreshes"),
        ("autoscaling:DescribeNotificationConfigurations", "moto has no notifications"),
        ("autoscaling:PutNotificationConfiguration", "moto has no notifications"),
        ("ec2:CreateTags", "tags that are set as something is made"),
        ("ec2:RunInstances", "asked of whoever gives a group a launch template"),
        ("ecr:BatchCheckLayerAvailability", "Docker's push"),
        ("ecr:BatchGetImage", "Docker's push"),
        ("ecr:CompleteLayerUpload", "Docker's push"),
        ("ecr:InitiateLayerUpload", "Docker's push"),
        ("ecr:PutImage", "Docker's push"),
        ("ecr:TagResource", "tags that are set as something is made"),
        ("ecr:UploadLayerPart", "Docker's push"),
        ("events:TagResource", "tags that are set as something is made"),
        ("cloudwatch:TagResource", "tags that are set as something is made"),
        ("iam:CreateServiceLinkedRole", "the first group of an account makes Auto Scaling's role"),
        ("iam:TagInstanceProfile", "tags that are set as something is made"),
        ("iam:TagRole", "tags that are set as something is made"),
        ("kms:TagResource", "tags that are set as something is made"),
        ("lambda:TagResource", "tags that are set as something is made"),
        ("logs:TagResource", "tags that are set as something is made"),
        ("sns:TagResource", "tags that are set as something is made"),
        ("sqs:TagQueue", "tags that are set as something is made"),
        ("ssm:AddTagsToResource", "tags that are set as something is made"),
    ];

    /// <summary>Roles are handed to hosts and the function only; the one action that a condition narrows.</summary>
    private const string PassRole = """
              {
                "Sid": "PassRoles",
                "Effect": "Allow",
                "Action": "iam:PassRole",
                "Resource": "*",
                "Condition": { "StringEquals": { "iam:PassedToService": ["ec2.amazonaws.com", "lambda.amazonaws.com"] } }
              }
        """;

    public static string Render(IEnumerable<ApiCall> calls)
    {
        var recorded = calls.Select(call => call.ToString()).ToHashSet(StringComparer.Ordinal);
        var services = recorded.Concat(Unrecorded.Select(one => one.Action)).Distinct().Order(StringComparer.Ordinal).GroupBy(action => action.Split(':')[0]);
        var page = new StringBuilder("""
            # What whoever deploys must be allowed
            The smallest policy with which `pulumi up`, a change and `pulumi destroy` of the `dev` stack go through. A test records what the AWS provider calls and compares it with this page;
            after a change: `DOCKERLAND_UPDATE_DOCS=true ./dockerland test --filter MotoTests`.

            The provider looks up what it made by calls that AWS doesn't narrow to a resource, and names most things itself, so the policy names actions and no resources. Keep deployments in an account
            of their own, or give the role a permissions boundary. As two managed policies if it is too long for one (6,144 characters without white space).
            ```json
            {
              "Version": "2012-10-17",
              "Statement": [

            """);
        foreach (var service in services)
            page.Append(Statement(service.Key, service));
        page.Append(PassRole).Append("\n  ]\n}\n```\n");

        page.Append("\n## Beyond what was recorded\n| action | why |\n|---|---|\n");
        foreach (var (action, reason) in Unrecorded.Where(one => !recorded.Contains(one.Action)).OrderBy(one => one.Action, StringComparer.Ordinal))
            page.Append($"| `{action}` | {reason} |\n");
        page.Append("| `iam:PassRole` | hosts and the function are given their roles |\n");
        return page.ToString();
    }

    private static string Statement(string service, IEnumerable<string> actions) => $$"""
            {
              "Sid": "{{char.ToUpperInvariant(service[0])}}{{service[1..]}}",
              "Effect": "Allow",
              "Action": [
                {{string.Join(",\n        ", actions.Select(action => $"\"{action}\""))}}
              ],
              "Resource": "*"
            },

        """;
}

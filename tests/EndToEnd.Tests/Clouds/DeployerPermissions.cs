using System.Collections.Immutable;
using System.Text;

namespace Dockerland.Tests.EndToEnd.Clouds;

/// <summary>The page that says what whoever deploys must be allowed: what deployments were seen to call, and what no recording can show.</summary>
internal static class DeployerPermissions
{
    public const string Page = "docs/permissions.md";

    /// <summary>Whether what differs is to be written anew.</summary>
    public static bool IsUpdate => Environment.GetEnvironmentVariable("DOCKERLAND_UPDATE_DOCS") is "true";

    /// <summary>Permissions that AWS asks for beyond the calls themselves, or for calls that moto doesn't have, each with the reason.</summary>
    public static readonly ImmutableArray<(string Action, string Reason)> Unrecorded =
    [
        ("autoscaling:CancelInstanceRefresh", "an update during a refresh cancels it first; moto has no refreshes"),
        ("autoscaling:DeleteNotificationConfiguration", "moto has no notifications"),
        ("autoscaling:DescribeInstanceRefreshes", "the provider waits for the one that it cancelled; moto has no refreshes"),
        ("autoscaling:DescribeNotificationConfigurations", "moto has no notifications"),
        ("autoscaling:PutNotificationConfiguration", "moto has no notifications"),
        ("ec2:DisassociateAddress", "a gateway's address is let go first; moto tells of none that it is in use"),
        ("ec2:ModifySecurityGroupRules", "a rule whose port changes"),
        ("ec2:ModifyVpcEndpoint", "private subnets in one more availability zone"),
        ("ec2:RunInstances", "asked of whoever gives a group a launch template"),
        ("ecr:BatchCheckLayerAvailability", "Docker's push"),
        ("ecr:BatchGetImage", "Docker's push"),
        ("ecr:CompleteLayerUpload", "Docker's push"),
        ("ecr:InitiateLayerUpload", "Docker's push"),
        ("ecr:PutImage", "Docker's push"),
        ("ecr:TagResource", "tags that are set as something is made"),
        ("ecr:UntagResource", "a default tag that is taken away"),
        ("ecr:UploadLayerPart", "Docker's push"),
        ("events:TagResource", "tags that are set as something is made"),
        ("events:UntagResource", "a default tag that is taken away"),
        ("iam:CreateServiceLinkedRole", "the first group of an account makes Auto Scaling's role"),
        ("iam:PutRolePermissionsBoundary", "a boundary that roles get later"),
        ("iam:TagInstanceProfile", "tags that are set as something is made"),
        ("iam:UntagInstanceProfile", "a default tag that is taken away"),
        ("kms:TagResource", "tags that are set as something is made"),
        ("kms:UntagResource", "a default tag that is taken away"),
        ("route53:AssociateVPCWithHostedZone", "the private zone of a network that is replaced; moto forgets which it is for"),
        ("route53:DisassociateVPCFromHostedZone", "the private zone of a network that is replaced"),
        ("sns:TagResource", "tags that are set as something is made"),
        ("sns:UntagResource", "a default tag that is taken away"),
        ("sqs:TagQueue", "tags that are set as something is made"),
        ("sqs:UntagQueue", "a default tag that is taken away"),
        ("ssm:GetParameters", "asked of whoever uses a launch template whose image is a parameter"),
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

    /// <param name="recorded">The actions that deployments were seen to need.</param>
    public static string Render(IReadOnlyCollection<string> recorded)
    {
        var services = recorded.Concat(Unrecorded.Select(one => one.Action)).Distinct().Order(StringComparer.Ordinal).GroupBy(action => action.Split(':')[0]);
        var page = new StringBuilder("""
            # What whoever deploys must be allowed
            The smallest policy with which `pulumi up`, changes and `pulumi destroy` of any stack go through. Tests record what the AWS provider calls for `dev`, for a stack in an existing network and
            for one that sets every other option; after a change: `DOCKERLAND_UPDATE_DOCS=true ./dockerland test --filter Clouds`, and once more for this page.

            The provider looks up what it made by calls that AWS doesn't narrow to a resource, and names most things itself, so the policy names actions and no resources. Keep deployments in an account
            of their own, or give the role a permissions boundary. As two managed policies if it is too long for one (6,144 characters without white space). Beside it the role reads and writes the state's
            files, and decrypts with the stack's key if its secrets are under one.
            ```json
            {
              "Version": "2012-10-17",
              "Statement": [

            """);
        foreach (var service in services)
            page.Append(Statement(service.Key, service));
        page.Append(PassRole).Append("\n  ]\n}\n```\n");

        page.Append("\n## Beyond what was recorded\n| action | why |\n|---|---|\n");
        foreach (var (action, reason) in Unrecorded.OrderBy(one => one.Action, StringComparer.Ordinal))
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

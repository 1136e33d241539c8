using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dockerland.Infra.Rules;

namespace Dockerland.Infra.Settings;

/// <summary>Reads what the stack talks to beside AWS's own hosts and zones, and the secrets for it.</summary>
internal static partial class ServiceReader
{
    // The numbers of days that CloudWatch takes.
    private static readonly ImmutableArray<string> Days =
        ["1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "2922", "3288", "3653"];

    public static StackSettings Read(ConfigSection own, SecretReader secrets, StackSettings settings)
    {
        var server = DockerHub.Normalize(own.Text("registryServer", settings.RegistryServer, "registry.example.com", Rules.Server));
        var user = own.Text("registryUser", settings.RegistryUser, "dockerland", Rules.Any);
        if (server is not "" && user is "" && own.IsSound("registryServer")) own.Refuse("registryUser", user, $"is empty, but {own.FullKey("registryServer")} needs a user", "dockerland");
        if (EcrPattern().IsMatch(server) && own.IsSound("registryServer"))
            own.Report($"{own.FullKey("registryServer")} '{server}' is ECR's, whose passwords are good for 12 hours; by itself the stack has repositories there, and hosts log in by their role", $"Remove it: pulumi config rm {own.FullKey("registryServer")}");
        var nodes = own.Text("nodeRegistryUrl", settings.NodeRegistryUrl, "https://nodes.example.com", Rules.SecretUrl);
        var nodeUser = own.Text("nodeRegistryUser", settings.NodeRegistryUser, "dockerland", Rules.LoginUser);
        if (nodes is not "" && nodeUser is "" && own.IsSound("nodeRegistryUrl")) own.Refuse("nodeRegistryUser", nodeUser, $"is empty, but {own.FullKey("nodeRegistryUrl")} needs a user", "dockerland");
        var certificate = own.Text("balancerCertificate", settings.BalancerCertificate, "/certificates/balancer", Rules.Parameter);
        settings = settings with
        {
            LogRetentionDays = ConfigNumbers.Whole(own.Choice("logRetentionDays", $"{settings.LogRetentionDays}", Days)) ?? settings.LogRetentionDays,
            AlarmTargets = own.List("alarmTargets", settings.AlarmTargets, ["operators@example.com"], target => Rules.AlarmTarget(target) ?? RegionProblem(target, settings.Region), mayBeEmpty: true),
            PermissionsBoundary = own.Text("permissionsBoundary", settings.PermissionsBoundary, "arn:aws:iam::123456789012:policy/boundary", Rules.PolicyArn),
            Exemptions = own.Named("exemptions", "rule", RuleName, (rule, section) => section.Texts(rule, Reason)),
            RegistryServer = server,
            RegistryUser = user,
            RegistryPassword = secrets.Read("registryPassword", server is not "" && own.IsSound("registryServer"), SecretReader.PlainText),
            NodeRegistryUrl = nodes,
            NodeRegistryKind = own.Choice("nodeRegistryKind", settings.NodeRegistryKind, settings.NodeRegistryKind),
            NodeRegistryUser = nodeUser,
            NodeRegistryKey = secrets.Read("nodeRegistryKey", nodes is not "" && own.IsSound("nodeRegistryUrl"), SecretReader.PlainText),
            GossipKey = secrets.Read("gossipKey", settings.Fleets.Values.Any(fleet => fleet.Containers.Values.Any(container => container.Gossips(settings.GossipPort))), SecretReader.GossipKey),
            CookieSecret = secrets.Read("cookieSecret", Runs(settings, DefaultContainers.Webapp), SecretReader.PlainText),
            BalancerCertificate = certificate,
            ParameterKeys = own.List("parameterKeys", settings.ParameterKeys, ["arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-0000-0000-000000000000"], Rules.PlainKeyArn, mayBeEmpty: true),
            BalancerPem = secrets.ReadOptional("balancerPem", Runs(settings, DefaultContainers.Haproxy), SecretReader.Pem),
        };
        if (certificate is not "" && own.Raw("balancerPem") is not "" && own.IsSound("balancerCertificate", "balancerPem"))
            own.Report($"{own.FullKey("balancerCertificate")} '{certificate}' is set together with {own.FullKey("balancerPem")}; the balancers have one certificate", $"Keep one: pulumi config rm {own.FullKey("balancerPem")}");
        return settings;
    }

    private static bool Runs(StackSettings settings, string build) =>
        settings.Fleets.Values.SelectMany(fleet => fleet.Containers.Values).Any(container => container.Build == build);

    // An alarm's action is a topic of its own region. What is wrong with the region itself has a line of its own.
    private static string? RegionProblem(string target, string region) =>
        target.Split(':') is ["arn", _, _, var other, ..] && other != region && Rules.Region(region) is null ? $"is in the region '{other}', and alarms reach topics of aws:region '{region}' alone" : null;

    private static string? RuleName(string name) =>
        Rule.All.Any(rule => rule.Name == name) ? null : $"is no rule; there are {string.Join(", ", Rule.All.Select(rule => rule.Name).Order(StringComparer.Ordinal))}";

    private static string? Reason(string resource, string reason) =>
        string.IsNullOrWhiteSpace(reason) ? "gives no reason; say why the rule doesn't hold there" : Rules.Any(reason);

    [GeneratedRegex(@"^(public\.ecr\.aws|\d{12}\.dkr\.ecr(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?)\z")]
    private static partial Regex EcrPattern();
}

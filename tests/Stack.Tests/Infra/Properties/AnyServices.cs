using Dockerland.Infra.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Any settings of what the stack talks to and tells, and the secrets for it.</summary>
internal static class AnyServices
{
    private const string GossipKey = "MDEyMzQ1Njc4OWFiY2RlZg==";
    private const string Pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n";

    /// <param name="hasRancherOs">Whose hosts read no certificate.</param>
    public static Gen<string> Of(bool hasRancherOs) =>
        from registry in Gen.Elements("{}", """{"dockerland:registryServer":"registry.example.com:5000","dockerland:registryUser":"dockerland","dockerland:registryPassword":"password"}""")
        from nodes in Gen.Elements("{}", """{"dockerland:nodeRegistryUrl":"https://nodes.example.com","dockerland:nodeRegistryUser":"operator","dockerland:nodeRegistryKey":"key"}""")
        from certificate in hasRancherOs ? Gen.Constant("{}") : Gen.Elements("{}", """{"dockerland:balancerCertificate":"/certificates/balancer"}""", Any.Whole(("dockerland:balancerPem", Any.Quote(Pem))))
        from secrets in Secrets
        from others in Any.Object(
            ("dockerland:nodeRegistryKind", Any.Word("docker-cloud")),
            ("dockerland:logRetentionDays", Gen.Elements("1", "30", "3653")),
            ("dockerland:alarmTargets", Any.Words(0, "operators@example.com", "arn:aws:sns:eu-central-1:123456789012:alarms")),
            ("dockerland:parameterKeys", Any.Words(0, "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-0000-0000-000000000000")),
            ("dockerland:exemptions", Exemptions),
            ("dockerland:permissionsBoundary", Any.Word("arn:aws:iam::123456789012:policy/boundary")))
        select new[] { registry, nodes, certificate, secrets, others }.Aggregate(Any.Join);

    // Those that nobody can do without, unless it is said.
    private static Gen<string> Secrets =>
        from required in Gen.Elements("true", "false", "")
        from gossip in required is "false" ? Any.Word(GossipKey).Maybe() : Any.Word(GossipKey)
        from cookie in required is "false" ? Any.Text.Maybe() : Any.Text
        select Any.Whole(("dockerland:requireSecrets", required), ("dockerland:gossipKey", gossip), ("dockerland:cookieSecret", cookie));

    private static Gen<string> Exemptions => Any.Object([.. Rule.All.Select(rule => (rule.Name, Any.Object(("web", Any.Text), ("zone-dev.example.com", Any.Text))))]);
}

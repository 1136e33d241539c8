using System.Collections.Immutable;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>The two agents that docs/agents.md shows.</summary>
internal static class AgentCases
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, AgentSettings> All { get; } = ImmutableSortedDictionary.Create<string, AgentSettings>(StringComparer.Ordinal)
        .Add("cloudwatch", new()
        {
            Downloads = [new() { Url = "https://amazoncloudwatch-agent-{region}.s3.{region}.amazonaws.com/debian/{architecture}/latest/amazon-cloudwatch-agent.deb" }],
            Files = None.Add("/opt/aws/amazon-cloudwatch-agent/etc/amazon-cloudwatch-agent.json", """
                {
                  "metrics": {
                    "metrics_collected": { "mem": { "measurement": ["used_percent"] }, "disk": { "measurement": ["used_percent"], "resources": ["/"] } }
                  }
                }

                """),
            Services = ["amazon-cloudwatch-agent.service"],
        })
        .Add("datadog", new()
        {
            Repositories = ImmutableSortedDictionary<string, RepositorySettings>.Empty.Add("datadog", new() { Source = "https://apt.datadoghq.com/ stable 7", Key = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nthe key\n-----END PGP PUBLIC KEY BLOCK-----\n" }),
            Packages = ["datadog-agent"],
            Files = None.Add("/etc/datadog-agent/datadog.yaml", "site: datadoghq.eu\n"),
            Units = None.Add("datadog-agent.service.d/key.conf", "[Service]\nEnvironmentFile=/etc/dockerland/agents/datadog.env\n"),
            Secrets = None.Add("DD_API_KEY", "/dockerland/dev/datadog-key"),
            Services = ["datadog-agent.service"],
        });
}

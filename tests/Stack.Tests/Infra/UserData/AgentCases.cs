using System.Collections.Immutable;
using Dockerland.Cli.Planning;
using Dockerland.Infra.Settings;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>The examples of docs/agents.md, read as a stack's configuration is.</summary>
internal static class AgentCases
{
    private const string Rest = """
        config:
          aws:region: eu-central-1
          dockerland:zone: dev.example.com
          dockerland:environment: staging
          dockerland:requireSecrets: false

        """;

    private const string Fleets = "  dockerland:fleets: { web: { role: web } }\n";

    private static readonly string[] Examples = [.. File.ReadAllText(Path.Combine(Support.Repository.Root, "docs/agents.md")).Split("```yaml\n")[1..].Select(rest => rest.Split("```")[0])];

    public static ImmutableSortedDictionary<string, AgentSettings> CloudWatchAndDatadog => Read(Examples[1]).Agents;

    public static ImmutableSortedDictionary<string, AgentSettings> UnitOfTheDocument => Read(Examples[2]).Agents;

    public static FleetSettings WithLogFiles => Read(Examples[0]).Fleets["web"] with { HostImage = null };

    private static StackSettings Read(string example)
    {
        using var folder = new TempFolder();
        File.Copy(Path.Combine(Support.Repository.Root, "Pulumi.yaml"), folder.File("Pulumi.yaml"));
        File.WriteAllText(folder.File("Pulumi.docs.yaml"), Rest + (example.Contains("dockerland:fleets", StringComparison.Ordinal) ? "" : Fleets) + string.Concat(example.TrimEnd().Split('\n').Select(line => $"  {line}".TrimEnd() + "\n")));
        var files = StackFiles.Read(new(folder.Path), "docs");
        return SettingsReader.Read(new(files.Values, files.SecretKeys) { Images = ImmutableSortedSet.Create(DefaultContainers.Webapp) });
    }
}

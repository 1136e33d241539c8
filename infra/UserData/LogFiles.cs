using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>
/// Carries the files that containers write into folders of the host's <c>/var/log</c> to the log group that has their output.
/// Docker's log driver, which does that for the output, knows nothing of files.
/// </summary>
internal static class LogFiles
{
    /// <summary>An agent of this name in the settings takes the place of this one.</summary>
    public const string Agent = "log-files";

    /// <summary>CloudWatch's agent reads every file of its folder, beside the one file that agents in the settings may have.</summary>
    public const string Configuration = "/opt/aws/amazon-cloudwatch-agent/etc/amazon-cloudwatch-agent.d/dockerland.json";

    private const string Root = "/var/log/";

    /// <summary>The agent of a host whose containers have such folders; null where none has.</summary>
    /// <param name="suffix">What the region's host names end in.</param>
    public static AgentSettings? For(FleetSettings fleet, HostSystem system, string suffix)
    {
        var all = fleet.Containers.Values.SelectMany(FoldersOf).ToImmutableSortedSet(StringComparer.Ordinal);
        // One within another is carried with it.
        ImmutableArray<string> folders = [.. all.Where(folder => !all.Any(outer => folder.StartsWith($"{outer}/", StringComparison.Ordinal)))];
        if (folders is [] || system is HostSystem.RancherOs) return null;

        var agent = new AgentSettings { Files = FleetSettings.None.Add(Configuration, Render(folders)), Services = ["amazon-cloudwatch-agent.service"] };
        return system is HostSystem.AmazonLinux
            ? agent with { Packages = ["amazon-cloudwatch-agent"] }
            : agent with { Downloads = [new() { Url = $"https://amazoncloudwatch-agent-{{region}}.s3.{{region}}.{suffix}/debian/{{architecture}}/latest/amazon-cloudwatch-agent.deb" }] };
    }

    /// <summary>The host's folders below <c>/var/log</c> that a container writes into; what it only reads isn't its own.</summary>
    public static IEnumerable<string> FoldersOf(ContainerSettings container) => container.Volumes
        .Where(volume => !volume.EndsWith(":ro", StringComparison.Ordinal))
        .Select(volume => volume.Split(':')[0].TrimEnd('/'))
        .Where(source => source.StartsWith(Root, StringComparison.Ordinal));

    private static string Render(ImmutableArray<string> folders)
    {
        var files = folders.Select(folder => (JsonNode)new JsonObject
        {
            ["file_path"] = $"{folder}/**",
            ["log_group_name"] = AgentPlaceholders.LogGroup,
            // What follows it is the file's path.
            ["log_stream_name"] = "{instance_id}",
            // Else only the file that was changed last.
            ["publish_multi_logs"] = true,
            // A file that was rotated was carried under its old name. Compressed ones are left out by the agent itself.
            ["blacklist"] = @"\.log[.-][0-9]+",
        });
        return JsonText.Render(new() { ["logs"] = new JsonObject { ["logs_collected"] = new JsonObject { ["files"] = new JsonObject { ["collect_list"] = new JsonArray([.. files]) } } } });
    }
}

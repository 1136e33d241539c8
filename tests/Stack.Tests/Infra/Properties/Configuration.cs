using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dockerland.Infra;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>A stack's configuration as one object of JSON: full key → value. It prints itself, and what is said of it, where a property fails.</summary>
internal sealed record Configuration(string Json)
{
    private static readonly HashSet<string> SecretKeys = [.. SettingKeys.Secrets.Select(key => $"{SettingsReader.Project}:{key}")];

    private static readonly Dictionary<string, object> Subnet = new() { ["cidrBlock"] = "172.31.1.0/24", ["vpcId"] = AnyStack.VpcId, ["mapPublicIpOnLaunch"] = true };

    public JsonObject Parse() => JsonNode.Parse(Json)!.AsObject();

    public StackSettings Read() => StackInputs.Read(ToConfig(), Support.Repository.Root).Settings;

    /// <summary>What the stack asks of a cloud.</summary>
    public Cloud Run() => Cloud.RunAsync(
        () => _ = new DockerlandStack(StackInputs.Read(ToConfig(), Support.Repository.Root)),
        ("aws:ec2/getSubnet:getSubnet", Subnet)).GetAwaiter().GetResult();

    /// <summary>What is said of it, a line each.</summary>
    public ImmutableArray<string> Problems()
    {
        try
        {
            Read();
            return [];
        }
        catch (SettingsException error)
        {
            return [.. error.Message.Split('\n')];
        }
    }

    public override string ToString() => string.Join('\n', [Json, .. Problems()]);

    // As the engine hands values over: texts as they are, all else as JSON.
    private StackConfig ToConfig() => new(
        Parse().ToDictionary(entry => entry.Key, entry => entry.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : entry.Value!.ToJsonString()),
        SecretKeys);
}

using System.Text.Json.Serialization;

namespace Dockerland.Cli.GitHub;

/// <summary>What the engine would do to a resource: all that leaves the machine of its event log, which holds state and secrets.</summary>
internal sealed record PreviewStep(string Op, string Type, string Name)
{
    // An operation that nobody has heard of counts as a change.
    private static readonly string[] Idle = ["same", "read", "refresh"];

    public static bool IsChange(string op) => !Idle.Contains(op);

    /// <summary>What is lost comes first, since a list may be cut.</summary>
    [JsonIgnore]
    public int Rank => Op switch
    {
        _ when Op.Contains("replace", StringComparison.Ordinal) || Op.Contains("delete", StringComparison.Ordinal) || Op.Contains("discard", StringComparison.Ordinal) => 0,
        "create" or "import" => 2,
        _ => 1,
    };

    public override string ToString() => $"{Op} {Type} {Name}";
}

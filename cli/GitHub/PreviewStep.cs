using System.Text.Json.Serialization;

namespace Dockerland.Cli.GitHub;

/// <summary>What the engine would do to a resource: all that leaves the machine of its event log, which holds state and secrets.</summary>
internal sealed record PreviewStep(string Op, string Type, string Name)
{
    // An operation that nobody has heard of counts as a change.
    private static readonly string[] Idle = ["same", "read", "refresh"];

    /// <summary>The longest text of a step that is taken over from a result, which a branch may have written itself.</summary>
    private const int MostCharacters = 200;

    // As the engine has them; any other text is no operation's name.
    private static readonly string[] Known =
    [
        "create", "create-replacement", "delete", "delete-replaced", "discard", "discard-replaced", "import", "import-replacement",
        "read", "read-replacement", "refresh", "remove-pending-replace", "replace", "same", "update",
    ];

    /// <summary>The step as it may be shown: with an operation that exists, and texts of a bounded length.</summary>
    public PreviewStep Bounded() => new(Known.Contains(Op) ? Op : "other", Cut(Type), Cut(Name));

    private static string Cut(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters] + "…";

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

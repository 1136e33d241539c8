using Dockerland.Contracts;

namespace Dockerland.HaproxyAgent.Services;

/// <summary>A name that a service answers to, as <c>DOMAIN</c> has it: <c>login</c>, <c>www.example.com</c>, <c>*.login</c>.</summary>
/// <param name="Text">In small letters, and without the <c>*.</c> of a wildcard.</param>
internal sealed record ServiceName(string Text, bool IsWildcard = false)
{
    private const string Wildcard = "*.";
    private const string ServiceBackend = "service:";
    private const string WildcardBackend = "wildcard:";

    // What the stack, this image or every host goes by.
    private static readonly string[] Reserved = ["ha", "members", "nodes", "localhost"];

    /// <summary>HAProxy's backend of this name, which no other has: '*' isn't for backends, nor ':' for names.</summary>
    public string Backend => (IsWildcard ? WildcardBackend : ServiceBackend) + Text;

    /// <summary>The name of a backend; null when it is no service's.</summary>
    public static ServiceName? OfBackend(string backend) =>
        backend.StartsWith(ServiceBackend, StringComparison.Ordinal) ? new(backend[ServiceBackend.Length..])
        : backend.StartsWith(WildcardBackend, StringComparison.Ordinal) ? new(backend[WildcardBackend.Length..], IsWildcard: true)
        : null;

    /// <param name="problem">What is wrong with the text, as a sentence; null when nothing is.</param>
    public static ServiceName? Read(string text, IReadOnlyCollection<string> zones, out string? problem)
    {
        var isWildcard = text.StartsWith(Wildcard, StringComparison.Ordinal);
        var name = new ServiceName((isWildcard ? text[Wildcard.Length..] : text).ToLowerInvariant(), isWildcard);
        problem = name.Problem(zones) is { } end ? $"'{Shown.Of(text)}' {end}." : null;
        return problem is null ? name : null;
    }

    public override string ToString() => IsWildcard ? Wildcard + Text : Text;

    private string? Problem(IReadOnlyCollection<string> zones)
    {
        if (DomainName.Problem(Text) is { } problem) return Shown.Of(problem);

        var labels = Text.Split('.');
        if (labels[^1].All(char.IsAsciiDigit)) return "looks like an address, and is to be a name";
        if (labels.Any(label => label.StartsWith("_dockerland", StringComparison.Ordinal))) return "is where records say whose they are";
        return IsReserved(Text) || zones.Any(zone => Text.EndsWith($".{zone}", StringComparison.Ordinal) && IsReserved(Text[..^(zone.Length + 1)]))
            ? "is a name of the stack's own"
            : null;
    }

    private static bool IsReserved(string name) => Reserved.Contains(name.Split('.')[^1]);
}

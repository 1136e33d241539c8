using System.Runtime.InteropServices;

namespace Dockerland.Cli.Publishing;

/// <summary>One way to build a program that needs no .NET where it runs.</summary>
/// <param name="Name">Of Publish.props: <c>native</c> or <c>ready-to-run</c>.</param>
/// <param name="Why">Why it is this one, for who waits for it.</param>
internal sealed record PublishWay(string Name, string Framework, string Why, string? Linker = null)
{
    /// <summary>By the machine's own instructions, without a runtime that compiles.</summary>
    public const string Native = "native";

    private const string Newest = "net10.0";
    private const string Before = "net9.0";

    /// <summary>The ways that this machine may have, best first. A feed may lack the native pack of the newest .NET.</summary>
    /// <param name="linker">The program that links here; null for none.</param>
    public static IReadOnlyList<PublishWay> For(Architecture target, OSPlatform system, Architecture here, string? linker) => (system == OSPlatform.Linux, target == here, linker) switch
    {
        (false, _, _) => [Managed($"this machine's system isn't Linux")],
        (_, false, _) => [Managed($"this machine is {here}, and the target {target}")],
        (_, _, null) => [Managed("there is no linker, neither clang nor gcc")],
        _ =>
        [
            new(Native, Newest, "the newest .NET, natively", linker),
            new(Native, Before, ".NET 9, natively: the package feed has no native pack of .NET 10", linker),
        ],
    };

    /// <summary>The way that every machine has.</summary>
    public static PublishWay Managed(string why) => new("ready-to-run", Newest, $".NET 10 in a single file, not natively: {why}");
}

using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A program in any of its forms as the one that the stack runs.</summary>
internal static class Programs
{
    private static readonly IDictionary<string, object?> NoOutputs = ImmutableDictionary<string, object?>.Empty;

    public static Func<Task<IDictionary<string, object?>>> Of(Action program) => () =>
    {
        program();
        return Task.FromResult(NoOutputs);
    };

    public static Func<Task<IDictionary<string, object?>>> Of(Func<IDictionary<string, object?>> program) =>
        () => Task.FromResult(program());

    public static Func<Task<IDictionary<string, object?>>> Of(Func<Task> program) => async () =>
    {
        await program().ConfigureAwait(false);
        return NoOutputs;
    };
}

using System.Runtime.CompilerServices;

namespace Pulumi.Serialization;

/// <summary>Lets recursion go as deep as providers' values do, whatever stack the calling thread has.</summary>
internal static class DeepCall
{
    /// <param name="state">what the call needs; handed over so that the ordinary case allocates nothing</param>
    /// <param name="call">the call, without captures of its own</param>
    public static T Run<TState, T>(TState state, Func<TState, T> call) => RuntimeHelpers.TryEnsureSufficientExecutionStack()
        ? call(state)
        : OnFreshStack(state, call);

    private static T OnFreshStack<TState, T>(TState state, Func<TState, T> call) =>
        Task.Run(() => call(state)).GetAwaiter().GetResult();
}

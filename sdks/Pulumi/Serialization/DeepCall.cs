using System.Runtime.CompilerServices;

namespace Pulumi.Serialization;

/// <summary>Lets recursion go as deep as providers' values do, whatever stack the calling thread has.</summary>
internal static class DeepCall
{
    public static T Run<T>(Func<T> call) =>
        RuntimeHelpers.TryEnsureSufficientExecutionStack() ? call() : Task.Run(call).GetAwaiter().GetResult();
}

using Amazon.Lambda.RuntimeSupport;

namespace Dockerland.DnsUpdater;

/// <summary>Lets records follow hosts. What it does with an event isn't there yet, and it says so: no event is lost unseen.</summary>
internal static class Updater
{
    public static Task<InvocationResponse> HandleAsync(InvocationRequest invocation) =>
        throw new NotSupportedException("This version of the updater changes no records. The event goes to the queue of failed ones.");
}

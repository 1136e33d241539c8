using System.Runtime.Versioning;

namespace Dockerland.MetadataAgent.Host;

/// <summary>Looks every few seconds, without end.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class HostLoop(HostPass pass, TimeSpan interval, TimeProvider time, Action<string> say)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        do
        {
            try
            {
                await pass.RunOnceAsync(cancellationToken);
            }
            catch (AgentException error)
            {
                say(error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }
}

namespace Dockerland.HaproxyAgent;

/// <summary>A pass again and again. One that fails says so, and the next one tries again.</summary>
internal static class Repetition
{
    public static async Task RunAsync(TimeSpan pause, Func<CancellationToken, Task> pass, Log log, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await pass(cancellationToken);
            }
            catch (Exception error) when (AgentException.MayPass(error))
            {
                log.Problems([error.Message]);
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }
}

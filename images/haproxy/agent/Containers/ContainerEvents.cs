namespace Dockerland.HaproxyAgent.Containers;

/// <summary>Wakes the agent when something happens to a container. What it looked like then is asked for: events may be lost.</summary>
internal sealed class ContainerEvents(Engine engine, StopSignals stops, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task RunAsync(Action wake, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var events = await engine.EventsAsync(cancellationToken);
                wake();
                while (await events.ReadLineAsync(cancellationToken) is { } line)
                {
                    stops.Note(Engine.Parse(line, ContainerJson.Default.ContainerEvent));
                    wake();
                }
            }
            catch (Exception error) when (error is AgentException or IOException or HttpRequestException)
            {
                // The agent finds out by itself that nobody answers, and says so.
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}

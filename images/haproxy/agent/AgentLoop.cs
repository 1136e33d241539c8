namespace Dockerland.HaproxyAgent;

/// <summary>Passes without end: every few seconds, at once when woken, and closer together while something is on its way.</summary>
internal sealed class AgentLoop(AgentPass pass, AgentSettings settings, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0);

    public void Wake() => _woken.Release();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var quickUntil = time.GetUtcNow();
        var hurries = false;
        while (true)
        {
            var unsettled = await pass.RunOnceAsync(cancellationToken);
            var now = time.GetUtcNow();
            if (unsettled && !hurries) quickUntil = now + settings.QuickFor;
            hurries = unsettled;
            if (await _woken.WaitAsync(unsettled && now < quickUntil ? settings.QuickInterval : settings.Interval, cancellationToken)) hurries = false;
            // Those who woke it meanwhile all mean the same pass.
            while (_woken.Wait(0, CancellationToken.None)) { }
        }
    }

    public void Dispose() => _woken.Dispose();
}

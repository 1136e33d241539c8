namespace Dockerland.Dns;

/// <summary>Tries calls again inside of a deadline, as long as what they fail of passes.</summary>
internal sealed class Tries(DnsTiming timing)
{
    /// <param name="action">As IAM calls it, without <c>route53:</c>.</param>
    public async Task<T> RunAsync<T>(string action, string resource, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            if (timing.Left <= TimeSpan.Zero) throw new DnsException($"{action} on {resource} wasn't tried: there was no time left.");
            try
            {
                return await TryAsync(call, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                if (!Faults.IsPassing(error)) throw Faults.Describe(error, action, resource);

                var wait = timing.WaitAfter(tries);
                if (wait >= timing.Left) throw new DnsException($"{action} on {resource} failed {tries} times, and there is no time for another try: {error.Message}", error);
                await timing.WaitAsync(wait, cancellationToken);
            }
        }
    }

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(timing.Left < timing.Try ? timing.Left : timing.Try, timing.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        return await call(either.Token);
    }
}

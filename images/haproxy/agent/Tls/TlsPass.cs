using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>One look at the certificates that should be served, and what follows of it. A second one does nothing.</summary>
/// <param name="runtime">Null before HAProxy starts: then only its files are made.</param>
internal sealed class TlsPass(IReadOnlyList<ICertificateSource> sources, TlsFiles files, ICertificateCheck check, ITlsRuntime? runtime, TlsSettings settings, TimeProvider time, Log log)
{
    // Texts that HAProxy refused, and why: it isn't asked for the same again.
    private readonly Dictionary<string, string> _refused = [];

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        using var held = await FileLock.TakeAsync(settings.LockFile, cancellationToken);
        // Again without those that HAProxy refused just now, of which one may have been the default.
        while (await RefusesAsync(cancellationToken)) { }
    }

    private async Task<bool> RefusesAsync(CancellationToken cancellationToken)
    {
        var (faults, refusals) = (new List<string>(), _refused.Count);
        var (served, placeholder) = files.Read();
        var (good, unknown) = Sort(await FindAsync(cancellationToken), faults);
        var running = runtime is null ? null : await runtime.ReadAsync(cancellationToken);

        var plan = TlsPlan.Of(good, unknown, served, running, placeholder);
        var kept = served;
        foreach (var (place, certificate) in plan.Set)
        {
            if (await SetAsync(place, certificate, served.GetValueOrDefault(place), faults, cancellationToken)) kept = kept.SetItem(place, certificate);
        }

        files.WriteList(kept.Keys.Except(plan.Remove), plan.Open);
        foreach (var place in plan.Remove) await RemoveAsync(place, faults, cancellationToken);
        if (runtime is not null && await runtime.IsOpenAsync(cancellationToken) != plan.Open) await runtime.OpenAsync(plan.Open, cancellationToken);
        if (_refused.Count > refusals) return true;

        log.Problems(faults);
        return false;
    }

    private async Task<IReadOnlyList<FoundCertificate>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<FoundCertificate>();
        foreach (var source in sources) found.AddRange(await source.ReadAsync(cancellationToken));
        return found;
    }

    private (ImmutableSortedDictionary<string, Certificate> Good, ImmutableArray<string> Unknown) Sort(IReadOnlyList<FoundCertificate> found, List<string> faults)
    {
        var good = ImmutableSortedDictionary.Create<string, Certificate>(StringComparer.Ordinal);
        foreach (var one in found)
        {
            try
            {
                if (one.Problem is { } problem) throw new AgentException(problem);
                if (one.Text is null) continue;
                var certificate = CertificateText.Read(one.Text);
                if (_refused.TryGetValue(certificate.Pem, out var reason)) throw new AgentException(reason);
                good = good.SetItem(one.Name, certificate);
                if (certificate.Warning(time.GetUtcNow(), settings.Notice) is { } warning) faults.Add($"{one} {warning}");
            }
            catch (AgentException error)
            {
                faults.Add($"{one} {error.Message}; what was good last stays");
            }
        }

        return (good, [.. found.Select(one => one.Name).Where(name => !good.ContainsKey(name))]);
    }

    private async Task<bool> SetAsync(string place, Certificate certificate, Certificate? before, List<string> faults, CancellationToken cancellationToken)
    {
        try
        {
            if (!certificate.HasSameText(before) && await check.FindFaultAsync(certificate, cancellationToken) is { } reason)
            {
                _refused[certificate.Pem] = reason;
                return false;
            }

            if (runtime is not null) await runtime.SetAsync(place, certificate, cancellationToken);
            files.Write(place, certificate);
            if (!TlsPlan.IsDefault(place)) log.Write($"serves {place}: {certificate}");
            return true;
        }
        catch (AgentException error)
        {
            faults.Add($"{place} {error.Message}; what was good last stays");
            return false;
        }
    }

    private async Task RemoveAsync(string place, List<string> faults, CancellationToken cancellationToken)
    {
        try
        {
            if (runtime is not null) await runtime.RemoveAsync(place, cancellationToken);
            files.Remove(place);
            log.Write($"serves {place} no more");
        }
        catch (AgentException error)
        {
            faults.Add(error.Message);
        }
    }
}

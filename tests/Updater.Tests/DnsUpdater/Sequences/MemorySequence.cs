using System.Collections.Immutable;
using System.Net;
using Amazon.Route53;
using Amazon.Route53.Model;
using Amazon.Runtime;
using Dockerland.DnsUpdater;
using Dockerland.DnsUpdater.Passes;
using Dockerland.Tests.Updater.Dns;

namespace Dockerland.Tests.Updater.DnsUpdater.Sequences;

/// <summary>A sequence of steps on an account in memory.</summary>
internal sealed class MemorySequence
{
    private static readonly UpdaterSettings Settings = new() { Stack = MemoryAccount.Stack, Environment = MemoryAccount.Environment, ZoneIds = ["Z1"] };

    private readonly SkippingTime _time = new();
    private readonly MemoryAccount _account = new();
    private readonly MemoryRoute53 _route53 = new();
    private readonly EventQueue _events = new();
    private int _hosts;
    private Step? _fault;

    public MemorySequence()
    {
        _account.With("a", "Z1:www.example.com").With("b", "Z1:www.example.com;Z1:app.example.com");
        _route53.Before = request => _fault is { Pick: > 1 } && request is ChangeResourceRecordSetsRequest ? throw Denied() : Task.CompletedTask;
        _route53.After = _ =>
        {
            // The change was made, and nobody hears of it.
            if (_fault is { Pick: 1 }) throw new AmazonRoute53Exception("lost", ErrorType.Receiver, "InternalError", "1", HttpStatusCode.InternalServerError);
        };
    }

    /// <summary>All steps, then a pass of the schedule; what differs from the oracle then, null when nothing does.</summary>
    public async Task<string?> RunAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps) await TakeAsync(step);
        var before = Records();
        await PassAsync(null);
        var (expected, actual) = (Oracle.Records(_account, before), Records());
        return expected.SequenceEqual(actual) ? null : $"expected {string.Join("; ", expected)}, and there is {string.Join("; ", actual)}";
    }

    /// <summary>Name → addresses, sorted.</summary>
    private ImmutableSortedDictionary<string, string> Records() => _route53.Lines.Where(line => line.StartsWith("A ", StringComparison.Ordinal))
        .ToImmutableSortedDictionary(line => line.Split(' ')[1], line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..], StringComparer.Ordinal);

    private async Task TakeAsync(Step step)
    {
        var hosts = _account.Hosts[step.Group];
        switch (step.Kind)
        {
            case StepKind.Launch:
                hosts.Add(new($"i-{++_hosts}", $"54.0.0.{_hosts}"));
                _events.Tell(step.Group);
                break;
            case StepKind.Terminate when hosts.Count > 0:
                hosts.RemoveAt(step.Pick % hosts.Count);
                _events.Tell(step.Group);
                break;
            case StepKind.Sicken when hosts.Count > 0:
                hosts[step.Pick % hosts.Count] = hosts[step.Pick % hosts.Count] with { Health = "Unhealthy" };
                break;
            case StepKind.Fail:
                _fault = step;
                break;
            default:
                await _events.TakeAsync(step.Kind, PassAsync);
                break;
        }
    }

    private async Task PassAsync(string? group)
    {
        if (group is null) _fault = null;
        _account.Broken = _fault is { Pick: 0 } ? new UpdaterException("slow") : null;
        try
        {
            var pass = new UpdaterPass(Settings, _account, _route53.Client, _time.Timing(seconds: 5));
            await pass.RunOnceAsync(await pass.ReadGroupsAsync(default), group is null ? null : [group], default);
        }
        catch (UpdaterException) when (_fault is not null)
        {
            // As it was meant to.
        }

        _fault = null;
    }

    private static AmazonRoute53Exception Denied() => new("denied", ErrorType.Sender, "AccessDenied", "1", HttpStatusCode.Forbidden);
}

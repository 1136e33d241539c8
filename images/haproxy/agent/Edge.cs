using Amazon.Route53;
using Amazon.SimpleSystemsManagement;
using Dockerland.HaproxyAgent.Records;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Snippets;
using Dockerland.HaproxyAgent.Tls;
using Dockerland.Imds;

namespace Dockerland.HaproxyAgent;

/// <summary>What the agent does beside its servers, each in its own time: no member waits for AWS.</summary>
/// <param name="problems">How files begin that have what is wrong now; null for none.</param>
internal sealed class Edge(Func<string, string?> variable, AdminSocket socket, HaproxyReload reload, TimeProvider time, string? problems)
{
    private readonly TlsSettings _tls = TlsSettings.Read(variable);
    private readonly SnippetSettings _snippets = new() { Ports = variable(ExtraPort.Variable) };

    // What goes on failing is told once by each.
    private readonly Log _tlsLog = LogOf(problems, "tls");
    private readonly Log _snippetLog = LogOf(problems, "snippets");

    /// <summary>Whether certificates or snippets aren't as they should be.</summary>
    public bool HasProblems => _tlsLog.HasProblems || _snippetLog.HasProblems;

    /// <summary>Null when nobody asked for records.</summary>
    public RecordKeeper? Records { get; } = RecordSettings.Read(variable) is { } settings
        ? new(settings, Metadata(variable), () => new AmazonRoute53Client(new AmazonRoute53Config { MaxErrorRetry = 0 }), time, LogOf(problems, "records"))
        : null;

    /// <summary>Before HAProxy starts: what is on this machine. It waits for nobody.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await Certificates(new FixedSource([.. CertificateParameters.Unread(_tls.Parameters)]), null).RunOnceAsync(cancellationToken);
        await Snippets(null).RunOnceAsync(cancellationToken);
    }

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await Certificates(Parameters, new(socket, _tls)).RunOnceAsync(cancellationToken);
        await SnippetsAsync(Snippets(reload.RunAsync), cancellationToken);
        if (Records is not null) await Records.RunOnceAsync(cancellationToken);
    }

    /// <summary>Goes on until one of them fails as it shouldn't.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var snippets = Snippets(reload.RunAsync);
        await await Task.WhenAny(
            Repetition.RunAsync(_tls.Interval, Certificates(Parameters, new(socket, _tls)).RunOnceAsync, _tlsLog, time, cancellationToken),
            Repetition.RunAsync(_snippets.Interval, token => SnippetsAsync(snippets, token), _snippetLog, time, cancellationToken),
            Records?.RunAsync(cancellationToken) ?? Task.Delay(Timeout.Infinite, cancellationToken));
    }

    // One that starts has its files made for it, and needs no reload.
    private async Task SnippetsAsync(SnippetPass pass, CancellationToken cancellationToken)
    {
        await reload.RequireAsync(cancellationToken);
        await pass.RunOnceAsync(cancellationToken);
    }

    private CertificateParameters Parameters => new(_tls.Parameters, _tls.Refresh, time, () => new AmazonSimpleSystemsManagementClient());

    private TlsPass Certificates(ICertificateSource parameters, TlsRuntime? runtime)
    {
        var files = new TlsFiles(_tls, time);
        return new([new CertificateFolder(_tls.SourceFolder), parameters], files, new CertificateCheck(_tls, files), runtime, _tls, time, _tlsLog);
    }

    private SnippetPass Snippets(Func<CancellationToken, Task>? reload) => new(_snippets, new SnippetCheck(_snippets), reload, _snippetLog);

    private static Log LogOf(string? problems, string part) => new(Console.Out, problems is null ? null : $"{problems}.{part}");

    private static ImdsOptions Metadata(Func<string, string?> variable)
    {
        try
        {
            return ImdsOptions.Read(variable);
        }
        catch (ImdsException error)
        {
            throw new AgentException(error.Message, error);
        }
    }

    private sealed class FixedSource(IReadOnlyList<FoundCertificate> found) : ICertificateSource
    {
        public Task<IReadOnlyList<FoundCertificate>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(found);
    }
}

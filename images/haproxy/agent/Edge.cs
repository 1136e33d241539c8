using Amazon.Route53;
using Amazon.SimpleSystemsManagement;
using Dockerland.HaproxyAgent.Records;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Snippets;
using Dockerland.HaproxyAgent.Tls;
using Dockerland.Imds;

namespace Dockerland.HaproxyAgent;

/// <summary>What the agent does beside its servers, each in its own time: no member waits for AWS.</summary>
internal sealed class Edge(Func<string, string?> variable, AdminSocket socket, HaproxyReload reload, TimeProvider time)
{
    private readonly TlsSettings _tls = TlsSettings.Read(variable);
    private readonly SnippetSettings _snippets = new() { Ports = variable(ExtraPort.Variable) };

    // What goes on failing is told once by each.
    private readonly Log _tlsLog = new(Console.Out);
    private readonly Log _snippetLog = new(Console.Out);

    /// <summary>Null when nobody asked for records.</summary>
    public RecordKeeper? Records { get; } = RecordSettings.Read(variable) is { } settings
        ? new(settings, Metadata(variable), () => new AmazonRoute53Client(new AmazonRoute53Config { MaxErrorRetry = 0 }), time, new(Console.Out))
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
        await Snippets(reload.RunAsync).RunOnceAsync(cancellationToken);
        if (Records is not null) await Records.RunOnceAsync(cancellationToken);
    }

    /// <summary>Goes on until one of them fails as it shouldn't.</summary>
    public async Task RunAsync(CancellationToken cancellationToken) => await await Task.WhenAny(
        Repetition.RunAsync(_tls.Interval, Certificates(Parameters, new(socket, _tls)).RunOnceAsync, _tlsLog, time, cancellationToken),
        Repetition.RunAsync(_snippets.Interval, Snippets(reload.RunAsync).RunOnceAsync, _snippetLog, time, cancellationToken),
        Records?.RunAsync(cancellationToken) ?? Task.Delay(Timeout.Infinite, cancellationToken));

    private CertificateParameters Parameters => new(_tls.Parameters, _tls.Refresh, time, () => new AmazonSimpleSystemsManagementClient());

    private TlsPass Certificates(ICertificateSource parameters, TlsRuntime? runtime)
    {
        var files = new TlsFiles(_tls, time);
        return new([new CertificateFolder(_tls.SourceFolder), parameters], files, new CertificateCheck(_tls, files), runtime, _tls, time, _tlsLog);
    }

    private SnippetPass Snippets(Func<CancellationToken, Task>? reload) => new(_snippets, new SnippetCheck(_snippets), reload, _snippetLog);

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

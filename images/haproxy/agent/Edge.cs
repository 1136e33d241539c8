using Amazon.SimpleSystemsManagement;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Tls;

namespace Dockerland.HaproxyAgent;

/// <summary>What the agent does beside its servers, in its own time: no member waits for AWS.</summary>
internal sealed class Edge(Func<string, string?> variable, AdminSocket socket, TimeProvider time)
{
    private readonly TlsSettings _tls = TlsSettings.Read(variable);
    private readonly Log _log = new(Console.Out);

    /// <summary>Before HAProxy starts: what is on this machine. It waits for nobody.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) =>
        Pass(new FixedSource([.. CertificateParameters.Unread(_tls.Parameters)]), null).RunOnceAsync(cancellationToken);

    public Task RunOnceAsync(CancellationToken cancellationToken) => Pass(Parameters, new TlsRuntime(socket, _tls)).RunOnceAsync(cancellationToken);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var pass = Pass(Parameters, new TlsRuntime(socket, _tls));
        return Repetition.RunAsync(_tls.Interval, pass.RunOnceAsync, _log, time, cancellationToken);
    }

    private CertificateParameters Parameters => new(_tls.Parameters, _tls.Refresh, time, () => new AmazonSimpleSystemsManagementClient());

    private TlsPass Pass(ICertificateSource parameters, TlsRuntime? runtime)
    {
        var files = new TlsFiles(_tls, time);
        return new([new CertificateFolder(_tls.SourceFolder), parameters], files, new CertificateCheck(_tls, files), runtime, _tls, time, _log);
    }

    private sealed class FixedSource(IReadOnlyList<FoundCertificate> found) : ICertificateSource
    {
        public Task<IReadOnlyList<FoundCertificate>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(found);
    }
}

using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>Parameters of SSM, asked for again from time to time: a renewed certificate needs neither a new host nor a restart.</summary>
internal sealed class CertificateParameters(IReadOnlyList<string> names, TimeSpan refresh, TimeProvider time, Func<IAmazonSimpleSystemsManagement> connect) : ICertificateSource
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private IReadOnlyList<FoundCertificate> _last = [.. Unread(names)];
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>As they are before anybody asked.</summary>
    public static IEnumerable<FoundCertificate> Unread(IReadOnlyList<string> names) => names.Select(name => new FoundCertificate(FileName(name), name, null));

    public async Task<IReadOnlyList<FoundCertificate>> ReadAsync(CancellationToken cancellationToken)
    {
        if (names is [] || time.GetUtcNow() < _next) return _last;

        _last = await Task.WhenAll(names.Select(name => ReadAsync(name, cancellationToken)));
        // What couldn't be read is asked for sooner.
        var pause = _last.Any(found => found.Problem is not null) && refresh > Pause ? Pause : refresh;
        _next = time.GetUtcNow() + pause;
        return _last;
    }

    // No file that the folder gives is called so.
    private static string FileName(string name) => $"ssm{name.Replace('/', '+').Replace(':', '@')}.pem";

    private async Task<FoundCertificate> ReadAsync(string name, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Deadline);
        try
        {
            using var client = connect();
            var answer = await client.GetParameterAsync(new() { Name = name, WithDecryption = true }, timeout.Token);
            return new(FileName(name), name, answer.Parameter.Value);
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException or IOException)
        {
            return new(FileName(name), name, null, $"can't be read by ssm:GetParameter: {error.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(FileName(name), name, null, $"wasn't read by ssm:GetParameter within {Deadline.TotalSeconds:0} s");
        }
    }
}

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>Lets HAProxy itself say whether it takes a certificate: one that it refuses would keep it from starting.</summary>
internal sealed class CertificateCheck(TlsSettings settings, TlsFiles files) : ICertificateCheck
{
    private const string Alert = "[ALERT]";
    private const string Separator = " : ";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    public async Task<string?> FindFaultAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        await files.WriteCandidateAsync(certificate, cancellationToken);
        try
        {
            var check = await Command.RunAsync(Deadline, "haproxy", ["-c", "-f", settings.CheckFile], cancellationToken);
            return check.ExitCode is 0 ? null : $"is refused by HAProxy: {Reason(check.Error)}";
        }
        finally
        {
            File.Delete(settings.CandidateFile);
        }
    }

    // Of "[ALERT] (7) : config : parsing [FILE:9] : 'bind …' in section 'frontend' : REASON" what is said of the certificate.
    private static string Reason(string output) =>
        (output.Split('\n').FirstOrDefault(line => line.Contains(Alert, StringComparison.Ordinal)) ?? output).Split(Separator)[^1].Trim();
}

internal interface ICertificateCheck
{
    /// <returns>Why it isn't taken; null when it is.</returns>
    Task<string?> FindFaultAsync(Certificate certificate, CancellationToken cancellationToken);
}

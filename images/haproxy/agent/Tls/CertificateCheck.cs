using Dockerland.HaproxyAgent.Runtime;

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>Lets HAProxy itself say whether it takes a certificate: one that it refuses would keep it from starting.</summary>
internal sealed class CertificateCheck(TlsSettings settings, TlsFiles files) : ICertificateCheck
{
    private const string Alert = "[ALERT]";
    private const string Separator = " : ";

    public async Task<string?> FindFaultAsync(Certificate certificate, CancellationToken cancellationToken)
    {
        files.WriteCandidate(certificate);
        try
        {
            return await HaproxyCheck.FindFaultAsync([settings.CheckFile], cancellationToken) is { } fault ? $"is refused by HAProxy: {Reason(fault)}" : null;
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

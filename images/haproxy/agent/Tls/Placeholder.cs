using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>HAProxy listens for TLS with a certificate only, and can't begin to while it runs: until there is one it has this, and lets nobody in.</summary>
internal static class Placeholder
{
    public static Certificate Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=placeholder.invalid", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        return CertificateText.Read($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dockerland.Tests.EndToEnd.Images.Tls;

/// <summary>A certificate for a name, and its key.</summary>
internal sealed record TestPem(string Certificate, string Key, string Fingerprint)
{
    public string Text => $"{Certificate}\n{Key}\n";

    public static TestPem For(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(90));
        return new(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), certificate.Thumbprint);
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dockerland.HaproxyAgent.Tls;

namespace Dockerland.Tests.Images.HaproxyAgent.Tls;

/// <summary>Certificates made on the spot.</summary>
internal sealed record TestCertificate(string Pem, string Key)
{
    public string Text => $"{Pem}\n{Key}\n";

    public Certificate Read() => CertificateText.Read(Text);

    /// <param name="days">Until it ends.</param>
    public static TestCertificate For(string name, int days = 90)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(Now.AddDays(-100), Now.AddDays(days));
        return new(certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    public static DateTimeOffset Now { get; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
}

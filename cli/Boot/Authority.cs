using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dockerland.Cli.Boot;

/// <summary>Signs the certificates of one boot's stand-ins; only that host trusts it, and its key is never written down.</summary>
internal sealed class Authority : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private readonly X509Certificate2 _root;
    private readonly DateTimeOffset _start;

    public Authority(TimeProvider time)
    {
        // Clocks differ a little.
        _start = time.GetUtcNow().AddDays(-1);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Dockerland stand-in", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _root = request.CreateSelfSigned(_start, _start + Life);
    }

    public string Pem => _root.ExportCertificatePem();

    public X509Certificate2 Sign(params IReadOnlyCollection<string> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names.First()}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names) alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], false));
        using var signed = request.Create(_root, _start, _start + Life, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }

    /// <summary>A certificate and its key, as HAProxy takes them.</summary>
    public string SignPem(string name)
    {
        using var certificate = Sign(name);
        using var key = certificate.GetECDsaPrivateKey()!;
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    public void Dispose() => _root.Dispose();
}

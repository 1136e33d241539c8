using System.Security.Cryptography;
using Dockerland.HaproxyAgent.Tls;

namespace Dockerland.Tests.Images.HaproxyAgent.Tls;

public sealed class CertificateTextTests
{
    private static readonly TestCertificate One = TestCertificate.For("one.example");
    private static readonly TestCertificate Two = TestCertificate.For("two.example");

    [Fact]
    public void A_Certificate_With_Its_Key_Tells_Whom_It_Is_For() => Assert.Equal("one.example, until 2030-04-01", One.Read().ToString());

    [Fact]
    public void What_Stands_Between_Is_Left_Out() =>
        Assert.Equal(One.Read().Pem, CertificateText.Read($"Bag Attributes\r\n  a: b\r\n{One.Key.ReplaceLineEndings("\r\n")}\r\n\r\nsubject=x\r\n{One.Pem}\r\n").Pem);

    [Fact]
    public void An_Empty_Line_Would_End_The_Command() => Assert.DoesNotContain("\n\n", CertificateText.Read($"{One.Pem}\n\n\n{One.Key}\n\n").Pem, StringComparison.Ordinal);

    [Theory]
    [InlineData("certificate", "has no certificate")]
    [InlineData("key", "has no private key: it belongs into the same file")]
    [InlineData("other key", "has a private key that isn't its first certificate's, or is neither RSA nor EC")]
    [InlineData("two keys", "has 2 private keys; it takes one")]
    [InlineData("password", "has a key with a password, which nobody is there to type: take it off with 'openssl pkey'")]
    [InlineData("garbage", "has a certificate that can't be read")]
    public void What_HAProxy_Cannot_Serve_Is_Refused(string fault, string reason) => Assert.Equal(reason, Assert.Throws<AgentException>(() => CertificateText.Read(With(fault))).Message);

    [Fact]
    public void More_Than_A_Command_Takes_Is_Refused() => Assert.Contains(
        "HAProxy takes 15000 while it runs",
        Assert.Throws<AgentException>(() => CertificateText.Read(string.Concat(Enumerable.Repeat(One.Pem + "\n", 40)) + One.Key)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(90, null)]
    [InlineData(13, "ends on 2030-01-14: renew it")]
    [InlineData(-1, "ended on 2029-12-31, and visitors are warned: renew it")]
    public void Its_End_Is_Told_Before(int days, string? warning) => Assert.Equal(warning, TestCertificate.For("x", days).Read().Warning(TestCertificate.Now, TimeSpan.FromDays(14)));

    private static string With(string fault)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return fault switch
        {
            "certificate" => One.Key,
            "key" => One.Pem,
            "other key" => $"{One.Pem}\n{Two.Key}",
            "two keys" => $"{One.Pem}\n{One.Key}\n{Two.Key}",
            "password" => $"{One.Pem}\n{key.ExportEncryptedPkcs8PrivateKeyPem("x", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1))}",
            _ => $"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n{One.Key}",
        };
    }
}

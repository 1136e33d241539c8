using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>Reads a PEM, and refuses what HAProxy would. No message has anything of the text in it.</summary>
internal static class CertificateText
{
    /// <summary>What HAProxy takes in one command, less the command: its buffer has 16 KiB.</summary>
    public const int MaxLength = 15_000;

    private const string CertificateLabel = "CERTIFICATE";
    private static readonly string[] KeyLabels = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"];

    /// <exception cref="AgentException">It isn't a certificate with its key.</exception>
    public static Certificate Read(string text)
    {
        var blocks = Blocks(text).ToArray();
        var certificates = blocks.Where(block => block.Label is CertificateLabel).Select(block => block.Text).ToArray();
        if (certificates is []) throw new AgentException("has no certificate");
        if (blocks.Any(block => block.Label is "ENCRYPTED PRIVATE KEY")) throw new AgentException("has a key with a password, which nobody is there to type: take it off with 'openssl pkey'");
        var key = blocks.Where(block => KeyLabels.Contains(block.Label)).Select(block => block.Text).ToArray() switch
        {
            [] => throw new AgentException("has no private key: it belongs into the same file"),
            [var one] => one,
            var several => throw new AgentException($"has {several.Length} private keys; it takes one"),
        };

        // Without what people write between; an empty line would end the command.
        var pem = string.Join('\n', [.. certificates, key]) + "\n";
        if (pem.Length > MaxLength) throw new AgentException($"has {pem.Length} characters of certificates and key; HAProxy takes {MaxLength} while it runs: leave the root certificate out");

        using var certificate = Match(certificates[0], key);
        return new(pem, Names(certificate), certificate.Thumbprint, certificate.NotBefore, certificate.NotAfter);
    }

    private static IEnumerable<(string Label, string Text)> Blocks(string text)
    {
        var rest = text.ReplaceLineEndings("\n");
        while (PemEncoding.TryFind(rest, out var fields))
        {
            yield return (rest[fields.Label], rest[fields.Location]);
            rest = rest[fields.Location.End..];
        }
    }

    private static X509Certificate2 Match(string certificate, string key)
    {
        try
        {
            using var alone = X509Certificate2.CreateFromPem(certificate);
        }
        catch (CryptographicException error)
        {
            throw new AgentException("has a certificate that can't be read", error);
        }

        try
        {
            return X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new AgentException("has a private key that isn't its first certificate's, or is neither RSA nor EC", error);
        }
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames()).ToArray();
        return names is [] ? certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) : string.Join(' ', names);
    }
}

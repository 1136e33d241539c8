namespace Dockerland.HaproxyAgent.Tls;

/// <summary>A certificate with those that signed it, and its key: as HAProxy takes them, one text. Never printed, for its key.</summary>
/// <param name="names">Whom it is for, to tell people.</param>
/// <param name="fingerprint">SHA-1 in capital hexadecimals, as HAProxy tells it.</param>
internal sealed class Certificate(string pem, string names, string fingerprint, DateTimeOffset from, DateTimeOffset until)
{
    public string Pem => pem;

    public string Fingerprint => fingerprint;

    public bool HasSameText(Certificate? other) => other is not null && other.Pem == pem;

    /// <summary>What people should know of its dates; null for nothing.</summary>
    /// <param name="notice">How long before its end it is to be renewed.</param>
    public string? Warning(DateTimeOffset now, TimeSpan notice) =>
        now >= until ? FormattableString.Invariant($"ended on {until.UtcDateTime:yyyy-MM-dd}, and visitors are warned: renew it")
        : now < from ? FormattableString.Invariant($"is good from {from.UtcDateTime:yyyy-MM-dd HH:mm} on, and visitors are warned until then")
        : now >= until - notice ? FormattableString.Invariant($"ends on {until.UtcDateTime:yyyy-MM-dd}: renew it")
        : null;

    public override string ToString() => FormattableString.Invariant($"{names}, until {until.UtcDateTime:yyyy-MM-dd}");
}

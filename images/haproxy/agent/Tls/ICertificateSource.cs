namespace Dockerland.HaproxyAgent.Tls;

/// <summary>Where certificates come from. One that is there and can't be read is found too: unknown isn't gone.</summary>
internal interface ICertificateSource
{
    Task<IReadOnlyList<FoundCertificate>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>One that should be served.</summary>
/// <param name="Name">Ends with <c>.pem</c>; a file's name.</param>
/// <param name="Origin">For people: the file, or the parameter.</param>
/// <param name="Text">Null when it isn't known now: what was good last stays.</param>
/// <param name="Problem">Why there is no text; null when nobody asked yet.</param>
internal sealed record FoundCertificate(string Name, string Origin, string? Text, string? Problem = null)
{
    /// <summary>Without the text, which has a key in it.</summary>
    public override string ToString() => Origin;
}

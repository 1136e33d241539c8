namespace Dockerland.Dns;

/// <summary>
/// What Route53 takes, by the page "Quotas" of its developer guide. An UPSERT counts twice, so a DELETE and a CREATE in its place cost
/// the same.
/// </summary>
internal static class Route53Limits
{
    /// <summary>Values of all changes of a batch.</summary>
    public const int ElementsOfBatch = 1000;

    /// <summary>Characters of all values of a batch.</summary>
    public const int CharactersOfBatch = 32_000;

    /// <summary>Values of one set.</summary>
    public const int ValuesOfSet = 400;

    /// <summary>Sets of one name and type that aren't simple.</summary>
    public const int SetsOfName = 100;

    /// <summary>Characters of a set identifier.</summary>
    public const int CharactersOfSetIdentifier = 128;

    /// <summary>Seconds of a time to live: 31 bits.</summary>
    public const long MaxTtl = int.MaxValue;

    public static bool Fits(int elements, int characters) => elements <= ElementsOfBatch && characters <= CharactersOfBatch;
}

namespace Dockerland.DnsUpdater;

/// <summary>How much of what there is goes at once: a fifth at most, and one at least. A mistake costs no whole fleet.</summary>
internal static class Fuse
{
    private const double Share = 0.2;

    public static int MostOf(int all) => Math.Max(1, (int)(all * Share));
}

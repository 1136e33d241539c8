using System.Globalization;
using Dockerland.Cli.Load;

namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>What clients of a careful balancer are promised.</summary>
internal static class LoadAssert
{
    private const int LeastRate = 200;

    public static void LosesNone(LoadResult result) =>
        Assert.True(result is { Failures: [], Rate: >= LeastRate }, string.Create(CultureInfo.InvariantCulture, $"At least {LeastRate} a second and none failed is asked for: {result}"));
}

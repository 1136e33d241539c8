using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Api;

/// <summary>
/// The stand-in against the official package's members, so that a program compiles against either. The list is the copy in
/// Data; Data/pulumi-public-api-beyond.txt holds what it says in words.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly HashSet<string> Ours = [.. ApiReader.Members(typeof(Resource).Assembly)];

    [Fact]
    public void Every_Public_Member_Is_Official() => Empty(Ours.Except(ApiList.Official));

    [Fact]
    public void Every_Official_Member_Is_There_Or_Missing_With_A_Reason() =>
        Empty(ApiList.Official.Except(Ours).Except(ApiList.Missing.Keys));

    [Fact]
    public void Only_What_The_List_Itself_Skips_Is_Missing() => Empty(ApiList.Missing.Keys.Except(ApiList.Skipped));

    [Fact]
    public void What_Is_Called_Missing_Is_Not_There() => Empty(ApiList.Missing.Keys.Intersect(Ours));

    [Fact]
    public void What_Is_Missing_Has_A_Reason() => Assert.DoesNotContain(ApiList.Missing.Values, string.IsNullOrWhiteSpace);

    /// <summary>Shows every member in full, which a collection's assertion doesn't.</summary>
    private static void Empty(IEnumerable<string> members)
    {
        var lines = string.Join('\n', members.Order(StringComparer.Ordinal));
        Assert.True(lines.Length == 0, lines);
    }
}

using System.Collections.Immutable;
using Dockerland.HaproxyAgent.Tls;

namespace Dockerland.Tests.Images.HaproxyAgent.Tls;

public sealed class TlsPlanTests
{
    private static readonly Certificate A = TestCertificate.For("a").Read();
    private static readonly Certificate B = TestCertificate.For("b").Read();
    private static readonly Certificate Other = TestCertificate.For("a").Read();
    private static readonly Certificate Placeholder = TestCertificate.For("placeholder").Read();

    [Fact]
    public void Without_Any_The_Placeholder_Keeps_The_Door_Shut()
    {
        var plan = Plan([], []);

        Assert.Equal(("default.pem", Placeholder, false), (Assert.Single(plan.Set).Key, plan.Set["default.pem"], plan.Open));
    }

    [Fact]
    public void The_First_One_Is_For_Whoever_Asks_For_No_Name_That_Is_There()
    {
        var plan = Plan([("a.pem", A), ("b.pem", B)], []);

        Assert.Equal(["certificates/a.pem", "certificates/b.pem", "default.pem"], plan.Set.Keys);
        Assert.Equal((A, true), (plan.Set["default.pem"], plan.Open));
    }

    [Fact]
    public void The_One_That_Is_Called_So_Is_The_Default() => Assert.Same(B, Plan([("a.pem", A), ("default.pem", B)], []).Set["default.pem"]);

    [Fact]
    public void A_Second_Plan_Has_Nothing_To_Do() => Assert.Equal("set [] remove [] open", Short(Plan([("a.pem", A)], [("default.pem", A), ("certificates/a.pem", A)])));

    [Fact]
    public void A_Renewed_One_Is_Set_And_No_Other() =>
        Assert.Equal("set [certificates/a.pem] remove [] open", Short(Plan([("a.pem", Other), ("default.pem", B)], [("default.pem", B), ("certificates/default.pem", B), ("certificates/a.pem", A)])));

    [Fact]
    public void One_That_Cannot_Be_Read_Stays_As_It_Was() =>
        Assert.Equal("set [] remove [] open", Short(Plan([], [("default.pem", A), ("certificates/a.pem", A)], unknown: ["a.pem"])));

    [Fact]
    public void One_That_Is_Gone_Is_Served_No_More() =>
        Assert.Equal("set [default.pem] remove [certificates/a.pem] open", Short(Plan([("b.pem", B)], [("default.pem", A), ("certificates/a.pem", A), ("certificates/b.pem", B)])));

    [Fact]
    public void What_HAProxy_Lost_Is_Set_Again()
    {
        var files = new[] { ("default.pem", A), ("certificates/a.pem", A) };
        var running = new Dictionary<string, string> { ["default.pem"] = A.Fingerprint, ["certificates/a.pem"] = B.Fingerprint, ["certificates/gone.pem"] = "" };

        Assert.Equal("set [certificates/a.pem] remove [certificates/gone.pem] open", Short(TlsPlan.Of(Named([("a.pem", A)]), [], Named(files), running, Placeholder)));
    }

    private static TlsPlan Plan((string, Certificate)[] good, (string Place, Certificate Certificate)[] files, string[]? unknown = null) =>
        TlsPlan.Of(Named(good), unknown ?? [], Named(files), files.ToDictionary(file => file.Place, file => file.Certificate.Fingerprint), Placeholder);

    private static string Short(TlsPlan plan) => $"set [{string.Join(' ', plan.Set.Keys)}] remove [{string.Join(' ', plan.Remove)}] {(plan.Open ? "open" : "shut")}";

    private static ImmutableSortedDictionary<string, Certificate> Named(IEnumerable<(string Name, Certificate Certificate)> all) =>
        all.ToImmutableSortedDictionary(one => one.Name, one => one.Certificate, StringComparer.Ordinal);
}

using Dockerland.Infra;
using Dockerland.Infra.Settings;
using static Dockerland.Tests.Infra.Settings.SettingsReaderTests;

namespace Dockerland.Tests.Infra.Settings;

/// <summary>What only a look at several settings of a fleet, or at the stack around it, finds wrong.</summary>
public sealed class FleetReaderTests
{
    public static TheoryData<string> Taken => [.. ComponentNames.All];

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_Fleet_Has_No_Name_Of_Another_Component(string name) => Assert.Equal(
        $"dockerland:fleets.{name} has the name of another component of the stack; {string.Join(", ", ComponentNames.All)} are taken. Rename the fleet in the stack's configuration file",
        ProblemOf(Config(("dockerland:fleets", $$$"""{"{{{name}}}":{}}"""))));

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    public void Without_A_Good_Zone_No_Domain_Is_Held_To_It(string zone) => Assert.StartsWith(
        $"dockerland:zone '{zone}' ",
        Assert.Single(ProblemOf(Config(("dockerland:zone", zone), ("dockerland:fleets", """{"web":{"domain":"web.dev.example.com"}}"""))).Split('\n')),
        StringComparison.Ordinal);

    [Fact]
    public void Without_A_Good_Zone_A_Whole_Domain_Is_Suggested() => Assert.Contains(
        "dockerland:fleets.web.domain 'a..b' has an empty label; labels stand between single dots. Set it: pulumi config set --path dockerland:fleets.web.domain web.dev.example.com",
        ProblemOf(Config(("dockerland:zone", ""), ("dockerland:fleets", """{"web":{"domain":"a..b"}}"""))).Split('\n'));

    [Theory]
    [InlineData("a1.medium")]
    [InlineData("t4g.micro")]
    [InlineData("m7g.large")]
    [InlineData("c6gn.xlarge")]
    [InlineData("im4gn.large")]
    [InlineData("g5g.xlarge")]
    public void An_Arm_Type_Is_Refused_For_X86(string type) => Assert.Equal(
        $"dockerland:fleets.web.instanceTypes[0] '{type}' is an Arm type, but dockerland:architecture is 'amd64'. Set it: pulumi config set --path 'dockerland:fleets.web.instanceTypes[0]' t3.small",
        ProblemOf(Web($$"""{"instanceTypes":["{{type}}"]}""")));

    [Theory]
    [InlineData("t3a.small")]
    [InlineData("g6.xlarge")]
    [InlineData("g4dn.xlarge")]
    [InlineData("c7i-flex.large")]
    [InlineData("u-6tb1.metal")]
    public void An_X86_Type_Is_Taken(string type) =>
        Assert.Equal(type, SettingsReader.Read(Web($$"""{"instanceTypes":["{{type}}"]}""")).Fleets["web"].InstanceTypes[0]);

    [Theory]
    [InlineData("""{"tags":{"example.db.host":"a","example.db_host":"b"}}""", "[\"example.db_host\"] becomes the variable DB_HOST, as does dockerland:fleets.web.tags[\"example.db.host\"]")]
    [InlineData("""{"tags":{"example.level":"a"},"environment":{"LEVEL":"b"}}""", "[\"example.level\"] becomes the variable LEVEL, as does dockerland:fleets.web.environment.LEVEL")]
    [InlineData("""{"tags":{"example.role":"a"}}""", "[\"example.role\"] becomes the variable ROLE, which the host sets")]
    [InlineData("""{"tags":{"example.Tag":"a"}}""", "[\"example.Tag\"] becomes the variable TAG, which the host sets")]
    [InlineData("""{"tags":{"example.serf-key":"a"}}""", "[\"example.serf-key\"] becomes the variable SERF_KEY, which the host sets")]
    [InlineData("""{"tags":{"example.path":"a"}}""", "[\"example.path\"] becomes the variable PATH, which the units of containers need for themselves")]
    [InlineData("""{"tags":{"example.1st":"a"}}""", "[\"example.1st\"] becomes the variable 1ST, whose name begins with a digit")]
    public void A_Variable_Has_One_Source(string fleet, string problem) =>
        Assert.Equal($"dockerland:fleets.web.tags{problem}. Rename it in the stack's configuration file", ProblemOf(Web(fleet)));

    [Fact]
    public void Tags_That_Become_No_Variable_Clash_With_None() =>
        Assert.Single(SettingsReader.Read(Web("""{"tags":{"docker.level":"a"},"environment":{"LEVEL":"b","level":"c"}}""")).Fleets["web"].Tags);

    private static StackConfig Web(string fleet) => Config(("dockerland:fleets", $$"""{"web":{{fleet}}}"""));
}

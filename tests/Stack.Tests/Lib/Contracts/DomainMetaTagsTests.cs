using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Tests.Contracts;

public sealed class DomainMetaTagsTests
{
    private static readonly DomainMeta Www = new("Z1", "www.example.com");
    private static readonly DomainMeta Nodes = new("Z2", "nodes.web.example.com") { Address = AddressKind.Private };

    private static readonly DomainMeta Everything = new("Z1", "app.example.com")
    {
        Address = AddressKind.Ipv6,
        Ttl = 20,
        Host = "#instanceid.hosts.example.com",
        IsMultivalue = true,
        Check = new(HostCheck.Https, 443, "/health:1"),
        WhenEmpty = WhenEmpty.Remove,
        WithPending = true,
        Policy = PlanPolicy.CreateOnly,
    };

    [Fact]
    public void One_Record_Is_Zone_Id_Colon_Name() =>
        Assert.Equal("Z1:www.example.com", DomainMetaTags.Value([Www]));

    [Fact]
    public void Several_Records_Stand_Between_Semicolons() =>
        Assert.Equal("Z1:www.example.com;Z2:nodes.web.example.com", DomainMetaTags.Value([Www, Nodes]));

    [Fact]
    public void Options_Count_Entries_From_One() => Assert.Equal(
        ["DomainMeta=Z1:www.example.com;Z2:nodes.web.example.com", "DomainMeta.1.ttl=60", "DomainMeta.2.address=private"],
        DomainMetaTags.Format([Www with { Ttl = 60 }, Nodes]).Select(tag => $"{tag.Key}={tag.Value}"));

    [Fact]
    public void A_Group_Without_Records_Has_No_Tag_For_Them() => Assert.Empty(DomainMetaTags.Format([]));

    [Fact]
    public void Formatted_Tags_Are_Read_Back_As_They_Were()
    {
        DomainMeta[] entries = [Www with { Ttl = 60 }, Nodes, new("Z2", "ha.example.com") { Address = AddressKind.Private, Ttl = 1 }, Everything];

        Assert.Equal(entries, DomainMetaTags.Parse(DomainMetaTags.Format(entries)));
    }

    [Fact]
    public void Tags_Of_Other_Kinds_Are_Nothing_To_Records() =>
        Assert.Empty(DomainMetaTags.Parse(Tags(("Name", "web"), ("DomainMetadata.x", "y"))));

    [Fact]
    public void An_Option_Without_A_Number_Is_For_All() => Assert.Equal<DomainMeta>(
        [Www with { Ttl = 30, Address = AddressKind.Private }, Nodes with { Ttl = 30 }],
        DomainMetaTags.Parse(Tags((TagKeys.DomainMeta, DomainMetaTags.Value([Www, Nodes])), ("DomainMeta.ttl", "30"), ("DomainMeta.address", "private"))));

    [Fact]
    public void An_Entrys_Own_Option_Wins() => Assert.Equal<DomainMeta>(
        [Www with { Ttl = 5 }, Nodes with { Ttl = 30, Address = AddressKind.Public }],
        DomainMetaTags.Parse(Tags((TagKeys.DomainMeta, DomainMetaTags.Value([Www, Nodes])), ("DomainMeta.1.ttl", "5"), ("DomainMeta.ttl", "30"))));

    [Theory]
    [InlineData("", "has 0 colons in the entry ''; it has exactly one")]
    [InlineData("www.example.com", "has 0 colons in the entry 'www.example.com'; it has exactly one")]
    [InlineData("Z1:www.example.com:10", "has 2 colons in the entry 'Z1:www.example.com:10'; it has exactly one")]
    [InlineData("Z1:www.example.com;", "has 0 colons in the entry ''; it has exactly one")]
    [InlineData("Z1:www.example.com; Z2:x.example.com", "has the zone id ' Z2'; a zone id has 1 to 32 letters and digits")]
    [InlineData(":www.example.com", "has the zone id ''; a zone id has 1 to 32 letters and digits")]
    [InlineData("Z-1:www.example.com", "has the zone id 'Z-1'; a zone id has 1 to 32 letters and digits")]
    [InlineData("Z1:", "has a name that is empty")]
    [InlineData("Z1:www..example.com", "has a name that has an empty label; labels stand between single dots")]
    [InlineData("Z1:www.example.com.", "has a name that ends in a dot; leave it out")]
    [InlineData("Z1:a.example.com;Z1:A.example.com", "has the entry 'Z1:a.example.com' twice")]
    public void A_Wrong_Value_Says_What_Is_Wrong_And_What_Is_Right(string value, string problem) => Assert.Equal(
        $"Tag DomainMeta '{value}' {problem}. Write it as ZONEID:NAME, such as Z0123456789ABC:www.example.com, with ';' between several.",
        Problem((TagKeys.DomainMeta, value)));

    [Theory]
    [InlineData("DomainMeta.1.address", "internal", "is no address. Write it as public, private or ipv6.")]
    [InlineData("DomainMeta.1.address", "Private", "is no address. Write it as public, private or ipv6.")]
    [InlineData("DomainMeta.1.ttl", "0", "is no time to live. Write it in seconds, 1 to 86400.")]
    [InlineData("DomainMeta.ttl", "86401", "is no time to live. Write it in seconds, 1 to 86400.")]
    [InlineData("DomainMeta.ttl", "10s", "is no time to live. Write it in seconds, 1 to 86400.")]
    [InlineData("DomainMeta.1.adress", "private", "is no option. There are address, check, empty, host, multivalue, pending, policy and ttl.")]
    [InlineData("DomainMeta.host", "hosts.example.com", "is no name of a host. Write it with #instanceid once, such as #instanceid.hosts.example.com.")]
    [InlineData("DomainMeta.host", "#instanceid.#instanceid.example.com", "is no name of a host. Write it with #instanceid once, such as #instanceid.hosts.example.com.")]
    [InlineData("DomainMeta.host", "#instanceid..example.com", "is no name of a host. Write it with #instanceid once, such as #instanceid.hosts.example.com.")]
    [InlineData("DomainMeta.multivalue", "true", "is neither yes nor no.")]
    [InlineData("DomainMeta.1.pending", "", "is neither yes nor no.")]
    [InlineData("DomainMeta.check", "http:80", "is no check of a host. Write it as http:PORT/PATH, https:PORT/PATH or tcp:PORT.")]
    [InlineData("DomainMeta.check", "tcp:70000", "is no check of a host. Write it as http:PORT/PATH, https:PORT/PATH or tcp:PORT.")]
    [InlineData("DomainMeta.check", "tcp:22/x", "is no check of a host. Write it as http:PORT/PATH, https:PORT/PATH or tcp:PORT.")]
    [InlineData("DomainMeta.empty", "delete", "doesn't say what becomes of a record without hosts. Write it as keep or remove.")]
    [InlineData("DomainMeta.policy", "Sync", "is no policy. Write it as sync, upsert-only or create-only.")]
    [InlineData("DomainMeta.3.address", "private", "is for entry '3', and DomainMeta has 2. Count from 1.")]
    [InlineData("DomainMeta.0.address", "private", "is for entry '0', and DomainMeta has 2. Count from 1.")]
    [InlineData("DomainMeta.x.address", "private", "is for entry 'x', and DomainMeta has 2. Count from 1.")]
    [InlineData("DomainMeta.1.2.address", "private", "has too many dots. Write it as DomainMeta.OPTION or DomainMeta.N.OPTION.")]
    public void A_Wrong_Option_Names_Its_Tag(string key, string value, string problem) =>
        Assert.Equal($"Tag {key} '{value}' {problem}", Problem((TagKeys.DomainMeta, "Z1:www.example.com;Z2:x.example.com"), (key, value)));

    [Fact]
    public void A_Check_Needs_Sets_Of_Single_Hosts() => Assert.Equal(
        "The entry 'Z1:www.example.com' of tag DomainMeta has the check 'tcp:80', which takes single hosts out of an answer, and all are in one set. Set multivalue to yes.",
        Problem((TagKeys.DomainMeta, "Z1:www.example.com"), ("DomainMeta.check", "tcp:80")));

    [Fact]
    public void A_Check_Needs_Addresses_That_Route53_Reaches() => Assert.Equal(
        "The entry 'Z1:www.example.com' of tag DomainMeta has the check 'tcp:80', and private addresses, which Route53 doesn't reach. Leave the check out.",
        Problem((TagKeys.DomainMeta, "Z1:www.example.com"), ("DomainMeta.check", "tcp:80"), ("DomainMeta.multivalue", "yes"), ("DomainMeta.address", "private")));

    [Fact]
    public void The_Length_Holds_Whatever_Ids_Zones_Get() =>
        Assert.Equal(
            DomainMetaTags.Value([new(new('Z', DomainMeta.MaxZoneIdLength), "a.example.com"), new(new('Y', DomainMeta.MaxZoneIdLength), "b.example.com")]).Length,
            DomainMetaTags.MostCharacters(["a.example.com", "b.example.com"]));

    private static string Problem(params (string Key, string Value)[] tags) =>
        Assert.Throws<FormatException>(() => DomainMetaTags.Parse(Tags(tags))).Message;

    private static ImmutableDictionary<string, string> Tags(params (string Key, string Value)[] tags) =>
        tags.ToImmutableDictionary(tag => tag.Key, tag => tag.Value);
}

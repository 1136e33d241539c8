using Dockerland.Infra.Dns;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Dns;

public sealed class ZoneRecordsTests
{
    private const string Zone = "dev.example.com";
    private static readonly RecordSettings Mail = new() { Name = Zone, Type = "MX", Values = ["10 mail.example.net"] };
    private static readonly RecordSettings Docs = new() { Name = "Docs.dev.example.com", Type = "CNAME", Ttl = 60, Values = ["pages.example.net"] };

    [Fact]
    public void The_Order_Of_The_Settings_Does_Not_Matter() =>
        Assert.Equal<RecordSettings>([Mail, Docs], ZoneRecords.OfPublicZone([Docs, Mail]));

    [Fact]
    public void A_Record_Goes_By_Its_Name_And_Type() =>
        Assert.Equal<string>(["dev.example.com-MX", "docs.dev.example.com-CNAME"], ZoneRecords.OfPublicZone([Docs, Mail]).Select(ZoneRecords.KeyOf));

    [Fact]
    public void What_The_Private_Zone_Hides_Is_In_It_Too() =>
        Assert.Equal<string>(
            ["dev.example.com-MX 10 mail.example.net", "docs.dev.example.com-CNAME pages.example.net"],
            Private(Zone, [Docs, Mail]));

    [Fact]
    public void What_A_Private_Zone_Of_Another_Name_Does_Not_Hide_Is_Not_In_It() =>
        Assert.Empty(Private("dev.internal", [Docs, Mail], ("web", "web.dev.example.com")));

    [Fact]
    public void A_Private_Zone_Above_The_Public_One_Hides_It_As_Well() =>
        Assert.Equal<string>(["web.dev.example.com-CNAME nodes.web.example.com"], Private("example.com", [], ("web", "web.dev.example.com")));

    [Fact]
    public void A_Fleets_Name_Leads_To_The_Private_Addresses_Of_Its_Hosts() =>
        Assert.Equal<string>(["www.dev.example.com-CNAME nodes.web.dev.example.com"], Private(Zone, [], ("web", "www.dev.example.com")));

    [Fact]
    public void The_Zones_Own_Name_Can_Be_No_Cname() => Assert.Empty(Private(Zone, [], ("web", "DEV.example.com")));

    [Fact]
    public void A_Cname_Stands_Alone() =>
        Assert.Equal<string>(
            ["www.dev.example.com-CNAME nodes.web.dev.example.com"],
            Private(Zone, [new() { Name = "WWW.dev.example.com", Type = "CAA", Values = ["0 issue \"ca.example.net\""] }], ("web", "www.dev.example.com")));

    [Fact]
    public void Cloudfront_Has_No_Alias_In_A_Private_Zone() =>
        Assert.Equal<string>(
            ["cdn.dev.example.com-CNAME d111111abcdef8.cloudfront.net", "files.dev.example.com-CNAME cdn.dev.example.com"],
            Private(Zone, [CloudFront("A"), CloudFront("AAAA"), new() { Name = "files.dev.example.com", Type = "A", Alias = new() { Name = "cdn.dev.example.com" } }]));

    [Fact]
    public void In_The_Public_Zone_It_Has() => Assert.Equal(CloudFront("A"), ZoneRecords.OfPublicZone([CloudFront("A")]).Single());

    [Fact]
    public void An_Alias_To_Another_Service_Is_One_In_Both() =>
        Assert.Equal<string>(["lb.dev.example.com-A "], Private(Zone, [new() { Name = "lb.dev.example.com", Type = "A", Alias = new() { Name = "lb.eu-central-1.elb.amazonaws.com", ZoneId = "Z215JYRZR1TBD5" } }]));

    [Theory]
    [InlineData("TXT", "a\\\"b")]
    [InlineData("CAA", "a\"b")]
    public void Only_Texts_Are_Encoded(string type, string value) =>
        Assert.Equal([value], ZoneRecords.ValuesOf(new() { Name = Zone, Type = type, Values = ["a\"b"] }));

    private static RecordSettings CloudFront(string type) =>
        new() { Name = "cdn.dev.example.com", Type = type, Alias = new() { Name = "d111111abcdef8.cloudfront.net", ZoneId = "Z2FDTNDATAQYW2" } };

    private static IEnumerable<string> Private(string zone, RecordSettings[] records, params (string Fleet, string Domain)[] domains) => ZoneRecords
        .OfPrivateZone(zone, [.. records], domains.ToDictionary(domain => domain.Fleet, domain => domain.Domain))
        .Select(record => $"{ZoneRecords.KeyOf(record)} {string.Join(',', record.Values)}");
}

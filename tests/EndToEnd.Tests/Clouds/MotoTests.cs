using System.Security.Cryptography;
using System.Text.Json;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Dockerland.Tests.EndToEnd.Plans;
using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Clouds;

public sealed class MotoTests(MotoRuns runs) : IClassFixture<MotoRuns>
{
    [SkippableFact]
    public void Up_Creates_The_Stack()
    {
        Require();

        Assert.Contains(runs.Up.EnsureSuccess().Changes, step => step is { Operation: "create", Type: "aws:autoscaling/group:Group" });
    }

    [SkippableFact]
    public void A_Zone_That_Was_There_Is_Imported()
    {
        Require();

        Assert.Contains(runs.Up.EnsureSuccess().Steps, step => step is { Operation: "import", Type: Zone });
        Assert.Contains(runs.ZoneId, Strings(runs.Seen.GetProperty("zones")));
    }

    [SkippableFact]
    public void An_Imported_Zone_Is_The_Same_Ever_After()
    {
        Require();

        Assert.Equal("same", Assert.Single(runs.Again.EnsureSuccess().Steps, step => step is { Type: Zone, Name: "zone" }).Operation);
    }

    [SkippableFact]
    public void The_Group_Has_The_Declared_Tags()
    {
        Require();

        var declared = runs.Up.EnsureSuccess().Registered("aws:autoscaling/group:Group", "balancer").GetProperty("tags").EnumerateArray()
            .ToDictionary(tag => tag.GetProperty("key").GetString()!, tag => WireValue.Unwrap(tag.GetProperty("value")).GetString());
        var seen = Assert.Single(
            runs.Seen.GetProperty("tags").EnumerateArray().Select(tags => tags.EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString())),
            tags => tags["docker.role"] == "balancer");

        Assert.StartsWith($"{runs.ZoneId}:web.dev.example.com;", seen["DomainMeta"], StringComparison.Ordinal);
        Assert.Equal(declared.OrderBy(tag => tag.Key, StringComparer.Ordinal), seen.OrderBy(tag => tag.Key, StringComparer.Ordinal));
    }

    [SkippableFact]
    public void The_Templates_Have_The_Declared_User_Data()
    {
        Require();

        var up = runs.Up.EnsureSuccess();
        var declared = new[] { "balancer", "web" }.Select(fleet => up.Registered("aws:ec2/launchTemplate:LaunchTemplate", fleet).GetProperty("userData"));

        Assert.Equal(
            declared.Select(data => WireValue.Decode(WireValue.Unwrap(data).GetString()!)!).Order(StringComparer.Ordinal),
            Strings(runs.Seen.GetProperty("userData")).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public void The_Template_Has_The_Newest_Image_Of_Its_Name()
    {
        Require();

        runs.Up.EnsureSuccess();
        Assert.StartsWith("amzn-ami-hvm-", Assert.Single(Strings(runs.Seen.GetProperty("images"))), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_Function_Is_Subscribed_To_The_Topic()
    {
        Require();

        runs.Up.EnsureSuccess();
        var topic = Assert.Single(Strings(runs.Seen.GetProperty("topics")));
        var function = Assert.Single(Strings(runs.Seen.GetProperty("functions")));

        Assert.Equal(["lambda", topic, function], Strings(Assert.Single(runs.Seen.GetProperty("subscriptions").EnumerateArray())));
    }

    [SkippableFact]
    public async Task The_Functions_Code_Is_The_Published_Package()
    {
        Require();

        runs.Up.EnsureSuccess();
        var package = Path.Combine(Repository.Root, PackageSource.ReadUpdater(Repository.Root, Architectures.Amd64).Archive);

        Assert.Equal(Convert.ToBase64String(SHA256.HashData(await File.ReadAllBytesAsync(package))), Assert.Single(Strings(runs.Seen.GetProperty("code"))));
    }

    [SkippableFact]
    public void A_Change_Reaches_The_Group()
    {
        Require();

        runs.Change.EnsureSuccess();
        Assert.Contains("[1,4]", runs.Changed.GetProperty("sizes").GetRawText().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(runs.Changed.GetProperty("tags").EnumerateArray(), tags => tags.TryGetProperty("example.colour", out var colour) && colour.GetString() == "blue");
    }

    [SkippableFact]
    public void What_It_Calls_Is_Written_Down()
    {
        Require();

        runs.Destroy.EnsureSuccess();
        RecordedCalls.AssertWritten("dev", runs.Calls);
    }

    [SkippableTheory]
    [InlineData("zones")]
    [InlineData("groups")]
    [InlineData("roles")]
    [InlineData("queues")]
    public void Destroy_Leaves_None_Of(string what)
    {
        Require();

        runs.Up.EnsureSuccess();
        runs.Destroy.EnsureSuccess();
        Assert.Empty(Strings(runs.Left.GetProperty(what)));
    }

    private const string Zone = "aws:route53/zone:Zone";

    private static void Require()
    {
        Prerequisite.Engine();
        Prerequisite.Programs(Moto.Programs);
    }

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}

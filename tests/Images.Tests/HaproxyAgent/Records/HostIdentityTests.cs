using Dockerland.Contracts;
using Dockerland.HaproxyAgent.Records;
using Dockerland.Imds;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.Images.HaproxyAgent.Records;

public sealed class HostIdentityTests
{
    private static readonly RecordSettings Nothing = new() { ZoneId = "Z1", Zone = "example.com" };

    [Fact]
    public async Task The_Metadata_Say_Which_Host_It_Is()
    {
        await using var imds = await FakeImds.StartAsync();
        imds.Tags = new Dictionary<string, string> { ["dockerland.stack"] = "dockerland-dev", ["aws:autoscaling:groupName"] = "web-1" };

        Assert.Equal(new(new Owner("dockerland-dev", "web-1", "i-0123456789abcdef0"), "10.0.0.7"), await FindAsync(imds, Nothing));
    }

    [Fact]
    public async Task What_The_Settings_Say_Goes_Before()
    {
        await using var imds = await FakeImds.StartAsync();
        imds.GivesTokens = false;

        Assert.Equal(new(new Owner("s", "g", "i-1"), "10.0.0.1"), await FindAsync(imds, Nothing with { Stack = "s", Group = "g", Instance = "i-1", Address = "10.0.0.1" }));
    }

    [Fact]
    public async Task An_Instance_Without_The_Groups_Tag_Is_Told()
    {
        await using var imds = await FakeImds.StartAsync();
        imds.Tags = new Dictionary<string, string> { ["dockerland.stack"] = "dockerland-dev" };

        Assert.Equal(
            "The host's own records can't be kept: the instance has no tag 'aws:autoscaling:groupName' that its metadata service shows (InstanceMetadataTags), and GROUP isn't set.",
            (await Assert.ThrowsAsync<AgentException>(() => FindAsync(imds, Nothing))).Message);
    }

    [Theory]
    [InlineData("autoscaling/target-lifecycle-state", "Terminated", true)]
    [InlineData("autoscaling/target-lifecycle-state", "InService", false)]
    [InlineData("spot/instance-action", "{}", true)]
    public async Task A_Host_On_Its_Way_Out_Is_Told_By_Them(string path, string text, bool isLeaving)
    {
        await using var imds = await FakeImds.StartAsync();
        imds.Metadata[path] = text;
        using var client = Client(imds);

        Assert.Equal(isLeaving, await HostIdentity.IsLeavingAsync(client, default));
    }

    private static async Task<HostIdentity> FindAsync(FakeImds imds, RecordSettings settings)
    {
        using var client = Client(imds);
        return await HostIdentity.FindAsync(settings, client, default);
    }

    // Patient, for machines that are busy: what is asked here is answered.
    private static ImdsClient Client(FakeImds imds) => new(new ImdsOptions { Endpoint = new(imds.Endpoint), Deadline = TimeSpan.FromMinutes(1), Patience = TimeSpan.FromSeconds(20) }, TimeProvider.System);
}

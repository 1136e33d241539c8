using System.Collections.Immutable;
using System.Net;
using Dockerland.DnsUpdater.Fleets;
using Dockerland.DnsUpdater.Registry;

namespace Dockerland.Tests.Updater.DnsUpdater.Registry;

public sealed class DockerCloudTests : IDisposable
{
    private const string User = "Basic ZG9ja2VybGFuZDpzZWNyZXQ=";

    private static readonly ImmutableArray<GroupState> Alive =
        [new("web", ImmutableSortedDictionary<string, string>.Empty, [new("i-1", "InService", "Healthy", new("running", "54.0.0.1", null, null))])];

    private readonly FakeNodeRegistry _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task All_Pages_Are_Read()
    {
        Nodes(5);

        Assert.Equal(["n-1", "n-2", "n-3", "n-4", "n-5"], (await Registry().ListAsync(default)).Select(node => node.Id));
        Assert.Equal(
            [$"GET /api/infra/v1/node/ {User}", $"GET /api/infra/v1/node/?offset=2&limit=2 {User}", $"GET /api/infra/v1/node/?offset=4&limit=2 {User}"],
            _fake.Requests);
    }

    [Fact]
    public async Task A_Node_Is_Read_As_It_Is_Written()
    {
        Nodes(1);

        Assert.Equal(new RegistryNode("n-1", "Deployed", "54.0.0.1", new(2014, 10, 13, 11, 1, 43, TimeSpan.Zero)), Assert.Single(await Registry().ListAsync(default)));
    }

    [Fact]
    public async Task Dead_Nodes_Are_Deleted()
    {
        Nodes(2);

        var result = await RunAsync();

        Assert.Equal(["n-2"], result.Deleted.Select(node => node.Id));
        Assert.Equal($"DELETE /api/infra/v1/node/n-2/ {User}", _fake.Requests[^1]);
    }

    [Fact]
    public async Task A_Node_That_Is_Gone_Is_As_Good_As_Deleted()
    {
        await Registry().DeleteAsync(new("n-7", "Deployed", null, null), default);

        Assert.Single(_fake.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.PaymentRequired, "The node registry https://nodes.example.com/ asks for money to delete node n-2: its plan has no room for another node. The dead ones are deleted with the next passes.")]
    [InlineData(HttpStatusCode.InternalServerError, "The node registry https://nodes.example.com/ didn't delete node n-2: 500.")]
    public async Task A_Deletion_That_Fails_Is_Told(HttpStatusCode status, string problem)
    {
        Nodes(2);
        _fake.OnDelete = status;

        Assert.Equal(problem, Assert.Single((await RunAsync()).Failures));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "doesn't let user 'dockerland' list its nodes: 401. Check the user and the key.")]
    [InlineData(HttpStatusCode.PaymentRequired, "asks for money to list its nodes")]
    public async Task A_List_That_Fails_Deletes_Nobody(HttpStatusCode status, string problem)
    {
        Nodes(2);
        _fake.OnList = status;

        Assert.Contains(problem, Assert.Single((await RunAsync()).Failures), StringComparison.Ordinal);
        Assert.Single(_fake.Requests);
    }

    [Fact]
    public async Task A_Registry_That_Does_Not_Answer_Is_Given_Up()
    {
        _fake.IsSlow = true;

        Assert.StartsWith("The node registry https://nodes.example.com/ didn't answer: ", Assert.Single((await RunAsync(TimeSpan.FromMilliseconds(50))).Failures), StringComparison.Ordinal);
    }

    private void Nodes(int count) => _fake.Nodes.AddRange(Enumerable.Range(1, count).Select(number => ($"n-{number}", "Deployed", $"54.0.0.{number}")));

    private DockerCloud Registry(TimeSpan? timeout = null) =>
        new(new HttpClient(_fake, disposeHandler: false) { Timeout = timeout ?? TimeSpan.FromSeconds(30) }, new("https://nodes.example.com/"), "dockerland", _ => Task.FromResult("secret"));

    private Task<RegistryResult> RunAsync(TimeSpan? timeout = null) => new RegistryPass(Registry(timeout), TimeProvider.System).RunOnceAsync(Alive, default);
}

using System.Collections.Immutable;
using Dockerland.DnsUpdater.Fleets;
using Dockerland.DnsUpdater.Registry;

namespace Dockerland.Tests.Updater.DnsUpdater.Registry;

public sealed class DeadNodesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(50);
    private static readonly ImmutableArray<GroupState> Groups = [Group(new MachineState("running", "54.0.0.1", null, null), new MachineState("terminated", "54.0.0.9", null, null))];

    [Fact]
    public void A_Node_Whose_Address_No_Host_Has_Is_Dead() =>
        Assert.Equal(["n-2"], Find(Node(1), Node(2)));

    [Fact]
    public void A_Host_That_Is_Gone_Has_No_Address() => Assert.Equal(["n-9"], Find(Node(1), Node(9)));

    [Theory]
    [InlineData("Terminated")]
    [InlineData("Terminating")]
    public void Who_Goes_Already_Is_Left_Alone(string state) => Assert.Empty(Find(Node(1), Node(2) with { State = state }));

    [Fact]
    public void A_Node_That_Just_Came_Is_Left_Alone() =>
        Assert.Equal(["n-3"], Find(Node(2) with { RegisteredAt = Now.AddMinutes(-4) }, Node(3) with { RegisteredAt = Now.AddMinutes(-6) }));

    [Fact]
    public void A_Node_Without_An_Address_Is_Left_Alone() => Assert.Empty(Find(Node(2) with { Address = null }));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 2)]
    [InlineData(100, 20)]
    public void At_Most_A_Fifth_And_One_At_Least_Goes_At_Once(int nodes, int most)
    {
        var (now, later) = DeadNodes.Find([.. Enumerable.Range(100, nodes).Select(Node)], Groups, Now);

        Assert.Equal((most, nodes - most), (now.Length, later));
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("stopping")]
    [InlineData("shutting-down")]
    public void A_Host_That_Comes_Or_Goes_Still_Has_Its_Address(string state) =>
        Assert.Empty(DeadNodes.Find([Node(1), Node(2)], [Group(new MachineState("running", "54.0.0.1", null, null), new MachineState(state, "54.0.0.2", null, null))], Now).Now);

    [Fact]
    public void Without_Any_Host_Nobody_Is_Called_Dead() => Assert.Empty(DeadNodes.Find([Node(1)], [Group()], Now).Now);

    private static IEnumerable<string> Find(params RegistryNode[] nodes) => DeadNodes.Find([.. nodes], Groups, Now).Now.Select(node => node.Id);

    private static RegistryNode Node(int number) => new($"n-{number}", "Deployed", $"54.0.0.{number}", Now.AddDays(-1));

    private static GroupState Group(params MachineState[] machines) =>
        new("web", ImmutableSortedDictionary<string, string>.Empty, [.. machines.Select((machine, index) => new InstanceState($"i-{index}", "InService", "Healthy", machine))]);
}

using System.Collections.Immutable;
using Dockerland.HaproxyAgent;
using Dockerland.HaproxyAgent.Members;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Sinks;
using static Dockerland.Tests.Images.HaproxyAgent.Samples;

namespace Dockerland.Tests.Images.HaproxyAgent;

public sealed class AgentPassTests : IDisposable
{
    private static readonly Server One = Server("n1", "10.0.0.1");
    private static readonly Server Two = Server("n2", "10.0.0.2");

    private readonly FakeRuntime _runtime = new();
    private readonly FakeSource _source = new();
    private readonly FakeFile _file = new();
    private readonly StringWriter _output = new();
    private readonly FakeTime _time = new();
    private readonly Log _log;
    private readonly AgentPass _pass;

    public AgentPassTests()
    {
        _log = new(_output);
        _pass = new(new(_source, []), [new ServerSink(_runtime, _file, TimeSpan.FromSeconds(30), _time, _log)], _log);
    }

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task A_Second_Pass_Does_Nothing()
    {
        Members(Backend("n1", "10.0.0.1"));
        await RunAsync();
        await RunAsync();
        var before = _runtime.Commands;

        var unsettled = await _pass.RunOnceAsync(CancellationToken.None);

        Assert.False(unsettled);
        Assert.Equal(before, _runtime.Commands);
    }

    [Fact]
    public async Task One_That_Is_Refused_Keeps_No_Other_Out()
    {
        Members(Backend("n1", "10.0.0.1"), Backend("n2", "10.0.0.2"));
        _runtime.Refused = "n1";

        await RunAsync();

        Assert.Equal([Two], _runtime.Servers.Select(server => server.Server));
        Assert.Equal("agent: n2 (10.0.0.2:3000) joins\nagent: error: n1 is refused\n", _output.ToString());
    }

    [Fact]
    public async Task What_Goes_On_Failing_Is_Told_Once()
    {
        Members(Backend("n1", "10.0.0.1"));
        _runtime.Refused = "n1";

        await RunAsync();
        await RunAsync();
        _runtime.Refused = null;
        await RunAsync();

        Assert.Equal("agent: error: n1 is refused\nagent: n1 (10.0.0.1:3000) joins\nagent: all is well again\n", _output.ToString());
    }

    [Fact]
    public async Task What_A_Server_Still_Answers_Has_Its_Time_And_No_More()
    {
        _runtime.Servers.Add(Running(One));
        _runtime.IsBusy = true;
        Members(Backend("n1", "10.0.0.1", "left"));

        await RunAsync();
        _time.Pass(29);
        await RunAsync();
        var before = _runtime.Servers.Count;
        _time.Pass(1);
        await RunAsync();

        Assert.Equal((1, 0), (before, _runtime.Servers.Count));
        Assert.EndsWith("agent: n1 (10.0.0.1:3000) is gone, with what it hadn't answered\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_That_Comes_Back_Before_It_Is_Gone_Gets_Requests_Again()
    {
        _runtime.Servers.Add(Running(One));
        _runtime.IsBusy = true;
        Members(Backend("n1", "10.0.0.1", "left"));
        await RunAsync();
        var leaving = _runtime.Servers.Single().Admission;

        Members(Backend("n1", "10.0.0.1"));
        await RunAsync();
        await RunAsync();

        Assert.Equal((Admission.Maintenance, Admission.Ready), (leaving, _runtime.Servers.Single().Admission));
    }

    [Fact]
    public async Task A_Source_That_Does_Not_Know_Changes_Nothing()
    {
        _runtime.Servers.Add(Running(One));
        _source.Members = null;

        await RunAsync();

        Assert.Equal((0, 0, "agent: error: No answer.\n"), (_runtime.Commands, _file.Servers.Count, _output.ToString()));
    }

    [Fact]
    public async Task The_File_Has_What_Is_Kept_Too()
    {
        _runtime.Servers.Add(Running(One));
        Members(Backend("n2", "10.0.0.2"));

        await RunAsync();

        Assert.Equal([Two, One], _file.Servers);
    }

    [Fact]
    public async Task A_Disk_That_Is_Full_Keeps_No_Server_Out()
    {
        _file.Error = new IOException("No space is left.");
        Members(Backend("n1", "10.0.0.1"));

        await RunAsync();

        Assert.Equal([One], _runtime.Servers.Select(server => server.Server));
        Assert.Equal("agent: n1 (10.0.0.1:3000) joins\nagent: error: No space is left.\n", _output.ToString());
    }

    private Task<bool> RunAsync() => _pass.RunOnceAsync(CancellationToken.None);

    private void Members(params Member[] members) => _source.Members = members;

    private sealed class FakeSource : IMemberSource
    {
        /// <summary>Null for one that doesn't know.</summary>
        public Member[]? Members { get; set; }

        public Task<ImmutableArray<Member>> ReadAsync(CancellationToken cancellationToken) =>
            Members is null ? throw new AgentException("No answer.") : Task.FromResult(Members.ToImmutableArray());
    }

    private sealed class FakeFile : IMembersFile
    {
        public IReadOnlyList<Server> Servers { get; private set; } = [];

        /// <summary>What keeps it from being written; null for nothing.</summary>
        public Exception? Error { get; set; }

        public Task<bool> WriteAsync(IReadOnlyList<Server> servers, CancellationToken cancellationToken)
        {
            if (Error is not null) throw Error;
            Servers = servers;
            return Task.FromResult(true);
        }
    }
}

using Dockerland.HaproxyAgent.Configuration;
using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Services;
using Dockerland.HaproxyAgent.Sinks;
using static Dockerland.Tests.Images.HaproxyAgent.Samples;

namespace Dockerland.Tests.Images.HaproxyAgent.Sinks;

public sealed class ServiceSinkTests : IDisposable
{
    private readonly FakeRuntime _runtime = new();
    private readonly FakeConfiguration _configuration;
    private readonly FakeTime _time = new();
    private readonly StringWriter _output = new();
    private readonly List<string> _faults = [];
    private readonly ServiceSink _sink;

    public ServiceSinkTests()
    {
        _configuration = new(_runtime);
        _sink = new(_configuration, _runtime, TimeSpan.FromSeconds(60), _time, new(_output));
    }

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task A_New_Name_Is_Loaded_Once_And_Its_Servers_Come_Afterwards()
    {
        await ApplyAsync("login");
        var loaded = _configuration.Files;
        await ApplyAsync("login");
        _time.Pass(10);
        await ApplyAsync("login");

        Assert.Equal(1, _configuration.Loads);
        Assert.DoesNotContain(" server ", loaded.Backends, StringComparison.Ordinal);
        Assert.Contains(" server s1 ", _configuration.Files.Backends, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Names_Nothing_Is_Loaded()
    {
        await ApplyAsync();

        Assert.Equal((0, ""), (_configuration.Loads, _configuration.Files.Backends));
    }

    [Fact]
    public async Task A_Name_Outlives_Its_Last_Server_For_A_While()
    {
        await ApplyAsync("login");
        _time.Pass(60);
        await ApplyAsync();
        var during = _configuration.Loads;
        _time.Pass(1);
        await ApplyAsync();

        Assert.Equal((1, 2, ""), (during, _configuration.Loads, _configuration.Files.Backends));
    }

    [Fact]
    public async Task Names_That_Come_One_After_The_Other_Come_Together()
    {
        await ApplyAsync("a");
        var early = await ApplyAsync("a", "b");
        await ApplyAsync("a", "b", "c");
        _time.Pass(2);
        await ApplyAsync("a", "b", "c");

        Assert.True(early);
        Assert.Equal((2, "a service:a\nb service:b\nc service:c\n"), (_configuration.Loads, _configuration.Files.Hosts));
    }

    [Fact]
    public async Task One_That_HAProxy_Does_Not_Take_Is_Left_Out()
    {
        await ApplyAsync("a");
        _time.Pass(2);
        _configuration.Refused = "service:b";
        await ApplyAsync("a", "b", "c");

        Assert.Equal("a service:a\nc service:c\n", _configuration.Files.Hosts);
        Assert.Equal("HAProxy doesn't take the service b, which is left out: bad", Assert.Single(_faults));
    }

    [Fact]
    public async Task What_Nobody_Knows_Stays()
    {
        await ApplyAsync("a");
        var files = _configuration.Files;
        _time.Pass(100);

        await _sink.ApplyAsync(new(null, null), _faults, CancellationToken.None);

        Assert.Equal((1, files), (_configuration.Loads, _configuration.Files));
    }

    private Task<bool> ApplyAsync(params string[] names) => _sink.ApplyAsync(
        new(null, new([.. names.Select(name => new Service(new(name), [Server("s1", "10.0.0.1")], IsLocal: true))], [])), _faults, CancellationToken.None);

    private sealed class FakeConfiguration(FakeRuntime runtime) : IServiceConfiguration
    {
        private string _loaded = "";

        public int Loads { get; private set; }

        public ServiceFiles Files { get; private set; } = new("", "", "", "");

        /// <summary>A backend that isn't taken.</summary>
        public string? Refused { get; set; }

        public Task<string> LoadedAsync(CancellationToken cancellationToken) => Task.FromResult(_loaded);

        public Task<ServiceFiles> RenderAsync(IReadOnlyCollection<ServiceName> names, Func<string, IEnumerable<Server>> servers, CancellationToken cancellationToken) =>
            Task.FromResult(ServiceFiles.Render("", names, [], servers, _ => ""));

        public Task<string?> ProblemAsync(ServiceFiles files, CancellationToken cancellationToken) =>
            Task.FromResult(Refused is not null && files.Backends.Contains(Refused, StringComparison.Ordinal) ? "bad" : null);

        public Task WriteAsync(ServiceFiles files, CancellationToken cancellationToken)
        {
            Files = files;
            return Task.CompletedTask;
        }

        public Task LoadAsync(ServiceFiles files, CancellationToken cancellationToken)
        {
            (Files, _loaded) = (files, files.Structure);
            Loads++;
            runtime.Backends = [.. files.Hosts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[1])];
            return Task.CompletedTask;
        }
    }
}

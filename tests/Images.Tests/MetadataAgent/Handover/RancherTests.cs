using Dockerland.Imds;
using Dockerland.MetadataAgent.Handover;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.Images.MetadataAgent.Handover;

/// <summary>RancherOS is dead: a <c>ros</c> that writes down how it was called stands for it.</summary>
public sealed class RancherTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _temp = new();
    private FakeImds _imds = null!;

    public async Task InitializeAsync()
    {
        _imds = await FakeImds.StartAsync();
        _imds.Tags = new Dictionary<string, string> { ["docker.role"] = "web", ["example.db.host"] = "db" };
    }

    public async Task DisposeAsync() => await _imds.DisposeAsync();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Ros_Merges_What_It_Is_Given()
    {
        await RunAsync();

        Assert.Equal("""
            config merge
            rancher:
              docker:
                extra_args:
                  - "--label=docker.role=web"
              environment:
                DB_HOST: "db"

            """, await File.ReadAllTextAsync(_temp.File("calls")));
    }

    [Fact]
    public async Task Nothing_Is_Written_Beside_It()
    {
        await RunAsync();

        Assert.Equal(["calls", "metadata.yml", "ros"], Directory.EnumerateFiles(_temp.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_Second_Pass_Merges_Nothing()
    {
        await RunAsync();
        File.Delete(_temp.File("calls"));

        await RunAsync();

        Assert.False(File.Exists(_temp.File("calls")));
    }

    [Fact]
    public async Task What_Ros_Refused_Is_Merged_Again()
    {
        var error = await Assert.ThrowsAsync<AgentException>(() => RunAsync("echo no such key >&2; exit 3"));
        Assert.Equal((ExitCodes.Software, $"'{_temp.File("ros")} config merge' ended with 3: no such key"), (error.ExitCode, error.Message));

        await RunAsync();

        Assert.True(File.Exists(_temp.File("calls")));
    }

    private async Task RunAsync(string? script = null)
    {
        if (OperatingSystem.IsWindows()) return;
        await File.WriteAllTextAsync(_temp.File("ros"), $"#!/bin/sh\n{script ?? $"(echo \"$@\"; cat) >>{_temp.File("calls")}"}\n");
        File.SetUnixFileMode(_temp.File("ros"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var imds = new ImdsClient(new() { Endpoint = new(_imds.Endpoint) }, TimeProvider.System);
        var settings = HandoverSettings.Read(["-e", "example.db.host:DB_HOST"], _ => null) with
        {
            DaemonFile = _temp.File("daemon.json"),
            VariablesFile = _temp.File("host.env"),
            Ros = _temp.File("ros"),
            MergedFile = _temp.File("metadata.yml"),
        };
        await new HandoverPass(settings, imds, new(imds, _ => throw new InvalidOperationException("Nobody asks EC2.")), TextWriter.Null).RunAsync(CancellationToken.None);
    }
}

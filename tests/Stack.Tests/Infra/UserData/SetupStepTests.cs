using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>Each step of a host's setup fails by itself, is named, and is done by the next run.</summary>
public sealed class SetupStepTests : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static readonly HostSpec Host = new()
    {
        Region = "eu-central-1",
        Packages = ["tmux", "nmap"],
        Metadata = new("metadata:1", None),
        Containers = [new() { Name = "web", Image = "web:1" }, new() { Name = "lab", Image = "lab:1", Settings = new() { Network = "heig" } }],
        Agents = ImmutableSortedDictionary<string, AgentSettings>.Empty
            .Add(HostMapping.SsmAgent, new() { Downloads = [new() { Url = "https://example.com/door.deb" }], Services = ["door.service"] })
            .Add("tool", new()
            {
                Secrets = None.Add("KEY", "/key"),
                Repositories = HostCases.Repository("https://example.com stable main", "key"),
                Packages = ["tool-agent"],
                Downloads = [new() { Url = "https://example.com/more.deb" }],
                Services = ["tool.service"],
            }),
    };

    private readonly SetupHost _host = new();

    /// <summary>What fails → how the step that it is part of begins.</summary>
    public static TheoryData<string, string> Steps => new()
    {
        { "install <-d>", "install -d" },
        { "systemctl <enable> <docker.service>", "systemctl enable docker.service" },
        { "systemctl <restart> <docker.service>", "systemctl restart docker.service" },
        { "docker <network> <create>", "make_network heig" },
        { "<metadata.service>", "systemctl enable --now --no-block metadata.service" },
        { "<web.service>", "systemctl enable --now --no-block web.service" },
        { "<lab.service>", "systemctl enable --now --no-block lab.service" },
        { "<dockerland-host.service>", "systemctl enable --now --no-block dockerland-host.service" },
        { "<tmux>", "install_packages tmux" },
        { "<nmap>", "install_packages nmap" },
        { "<https://example.com/door.deb>", "install_download https://example.com/door.deb" },
        { "systemctl <enable> <door.service>", "systemctl enable door.service" },
        { "systemctl <restart> <door.service>", "systemctl restart door.service" },
        { "secrets <", "secrets eu-central-1" },
        { "cp <", "add_repository" },
        { "<tool-agent>", "install_packages tool-agent" },
        { "<https://example.com/more.deb>", "install_download https://example.com/more.deb" },
        { "systemctl <enable> <tool.service>", "systemctl enable tool.service" },
        { "systemctl <restart> <tool.service>", "systemctl restart tool.service" },
        { "<upgrade>", "upgrade_packages" },
    };

    public void Dispose() => _host.Dispose();

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task One_That_Fails_Is_Named_And_The_Others_Are_Done(string failing, string step)
    {
        _host.Failing = failing;

        var result = await _host.RunAsync(Host);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(step, Assert.Single(_host.LeftOut), StringComparison.Ordinal);
        Assert.EndsWith($"dockerland-setup: left out:\n  {_host.LeftOut[0]}\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(Steps.Count - 1, _host.Done.Length);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task The_Next_Run_Does_What_Is_Left_And_Nothing_Else(string failing, string step)
    {
        _host.Failing = failing;
        await _host.RunAsync(Host);
        var done = _host.Done;
        _host.Failing = null;

        (await _host.RunAsync(Host)).EnsureSuccess();

        Assert.StartsWith(step, Assert.Single(_host.Done.Except(done)), StringComparison.Ordinal);
        Assert.Equal(Steps.Count, _host.Done.Length);
    }

    [Fact]
    public async Task A_Host_That_Is_Set_Up_Is_Left_Alone_At_Its_Next_Boot()
    {
        (await _host.RunAsync(Host)).EnsureSuccess();
        _host.Recorder("dpkg");
        _host.Forget();

        (await _host.RunAsync(Host)).EnsureSuccess();

        Assert.Equal(["dpkg <--status> <amazon-ecr-credential-helper> <apparmor> <awscli> <ca-certificates> <curl> <docker.io>"], _host.Told);
    }

    [Fact]
    public async Task There_Is_A_Row_For_Every_Step()
    {
        (await _host.RunAsync(Host)).EnsureSuccess();

        Assert.Equal(Steps.Count, _host.Done.Length);
    }
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class SetupScriptTests : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private static readonly HostSpec Host = new() { Region = "eu-central-1", Containers = [new() { Name = "web", Image = "web:1" }] };

    private readonly SetupHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Containers_Start_As_Soon_As_Docker_Does()
    {
        await SucceedAsync(Host with { Packages = ["tmux"] });

        Assert.Equal(
            [
                "install <-d> <-o> <dockerland> <-g> <docker> <-m> <0700> </var/lib/dockerland>",
                "dpkg <--status> <amazon-ecr-credential-helper> <apparmor> <awscli> <ca-certificates> <curl> <docker.io>",
                "dpkg <--configure> <-a> <--force-confold>",
                Apt("update"),
                Apt("install", "--no-install-recommends", "amazon-ecr-credential-helper", "apparmor", "awscli", "ca-certificates", "curl", "docker.io"),
                "systemctl <enable> <docker.service>",
                "systemctl <restart> <docker.service>",
                "systemctl <enable> <--now> <--no-block> <web.service>",
                Apt("install", "tmux"),
                "dpkg <--configure> <-a> <--force-confold>",
                Apt("update"),
                Apt("upgrade", "--with-new-pkgs"),
            ],
            _host.Told);
    }

    [Fact]
    public async Task An_Image_That_Has_All_Needs_No_Repository_For_Its_Containers()
    {
        _host.Recorder("dpkg");

        await SucceedAsync(Host);

        Assert.DoesNotContain(_host.Told[.._host.IndexOf("<web.service>")], line => line.StartsWith("apt-get", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_Essential_That_Cannot_Be_Had_Is_The_Only_One_That_Is_Missing()
    {
        _host.Failing = "<awscli>";

        var result = await _host.RunAsync(Host);

        Assert.EndsWith("dockerland-setup: left out:\n  install_packages awscli\n", result.Error, StringComparison.Ordinal);
        Assert.Contains(Apt("install", "docker.io"), _host.Told);
        Assert.Contains("systemctl <enable> <--now> <--no-block> <web.service>", _host.Told);
    }

    [Fact]
    public async Task Without_Any_Package_The_Units_Are_Started_And_People_Get_In()
    {
        _host.Program("apt-get", "exit 100");

        var result = await _host.RunAsync(Host with { Agents = Agents(HostMapping.SsmAgent, new() { Downloads = [new() { Url = "https://example.com/agent.deb" }], Services = ["door.service"] }) });

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("install_packages docker.io", _host.LeftOut);
        Assert.Contains("systemctl <enable> <--now> <--no-block> <web.service>", _host.Told);
        Assert.Contains("systemctl <restart> <door.service>", _host.Told);
    }

    [Fact]
    public async Task Packages_Are_Looked_For_Anew_Before_They_Are_Tried_Again()
    {
        _host.Failing = "<tmux>";

        await _host.RunAsync(Host with { Packages = ["tmux"] });

        var first = _host.IndexOf("<tmux>");
        Assert.Equal([Apt("install", "tmux"), "dpkg <--configure> <-a> <--force-confold>", Apt("update"), Apt("install", "tmux")], _host.Told[first..(first + 4)]);
    }

    [Fact]
    public async Task A_Network_Is_There_Before_Its_Containers()
    {
        _host.Recorder("docker", "[ \"$2\" != inspect ]");

        await SucceedAsync(Host with { Containers = [Host.Containers[0] with { Settings = new() { Network = "heig" } }] });

        Assert.InRange(_host.IndexOf("docker <network> <create> <--driver> <bridge> <heig>"), 0, _host.IndexOf("<--now>"));
    }

    [Fact]
    public async Task A_Download_With_Its_Checksum_Is_Installed()
    {
        await SucceedAsync(Downloading(Convert.ToHexStringLower(SHA256.HashData("package\n"u8))));

        Assert.Contains(_host.Told, line => line.StartsWith("dpkg <--install> <--force-confold>", StringComparison.Ordinal) && line.EndsWith("/agent.deb>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Download_That_Needs_Other_Packages_Gets_Them()
    {
        _host.Failing = "<--install>";

        await SucceedAsync(Downloading(""));

        Assert.Contains(_host.Told, line => line.StartsWith(Apt("install") + " <", StringComparison.Ordinal) && line.EndsWith("/agent.deb>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Download_With_Another_Checksum_Is_Left_Out_And_Said()
    {
        var result = await _host.RunAsync(Downloading(new('0', 64)));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("https://example.com/agent.deb doesn't have the checksum 0000", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Told, line => line.EndsWith("agent.deb>", StringComparison.Ordinal) && !line.StartsWith("curl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Repository_That_Cannot_Be_Read_Spoils_No_Other_Package()
    {
        var agent = new AgentSettings { Repositories = HostCases.Repository("https://example.com stable main", "key"), Packages = ["agent"] };
        _host.Program("cp", "/bin/cp \"$@\" && touch repository-is-there");
        _host.Program("apt-get", "case \" $* \" in *' update '*) [ ! -e sources.list.d/tool.list ] ;; esac");
        _host.Write("repositories/tool.list", "deb");
        _host.Write("sources.list.d/debian.list", "deb");

        var result = await _host.RunAsync(Host with { Agents = Agents("tool", agent) });

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["add_repository"], _host.LeftOut.Select(step => step.Split(' ')[0]));
        Assert.True(_host.Has("repository-is-there"));
        Assert.False(_host.Has("sources.list.d/tool.list"));
    }

    [Fact]
    public async Task A_Swarm_Is_Joined_With_The_Token_Of_The_Role()
    {
        await SucceedAsync(Host with { Swarm = new("managers.example.com:2377", "/token") });

        Assert.Contains("docker <swarm> <join> <--token> <token> <managers.example.com:2377>", _host.Told);
    }

    [Fact]
    public async Task A_Swarm_Without_A_Manager_Keeps_Nothing_Waiting()
    {
        _host.Recorder("docker", "case $2 in join) [ -e upgraded ] ;; esac");
        _host.Recorder("apt-get", "case \" $* \" in *' upgrade '*) touch upgraded ;; esac");

        await SucceedAsync(Host with { Swarm = new("managers.example.com:2377", "/token") });
    }

    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public async Task A_Shell_Takes_Every_Setting_As_One_Word(string text)
    {
        var script = SetupScript.Render(Host with { Packages = [text], Agents = Agents("agent", new() { Packages = [text], Services = [text], Downloads = [new() { Url = text, Sha256 = text }], Secrets = None.Add("KEY", text) }) });
        var calls = script[script.IndexOf("try install_packages", script.IndexOf("--no-block", StringComparison.Ordinal), StringComparison.Ordinal)..];

        await _host.RunAsync("try() { for word; do printf '%s\\0' \"$word\"; done >> words; }\nfinish() { :; }\n" + calls);

        var secret = new[] { HostPaths.Secrets, "eu-central-1", "/etc/dockerland/agents/agent.env", "KEY=" + text };
        Assert.Equal(
            ["install_packages", text, .. secret, "install_packages", text, "install_download", text, text, "systemctl", "enable", text, "systemctl", "restart", text, "upgrade_packages"],
            _host.Read("words").Split('\0')[..^1]);
    }

    private static HostSpec Downloading(string sha256) => Host with { Agents = Agents("agent", new() { Downloads = [new() { Url = "https://example.com/agent.deb", Sha256 = sha256 }] }) };

    private static ImmutableSortedDictionary<string, AgentSettings> Agents(string name, AgentSettings agent) => ImmutableSortedDictionary<string, AgentSettings>.Empty.Add(name, agent);

    private static string Apt(params string[] words) => SetupHost.Apt + string.Concat(words.Select(word => $" <{word}>"));

    private async Task SucceedAsync(HostSpec host) => (await _host.RunAsync(host)).EnsureSuccess();
}

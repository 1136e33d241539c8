using System.Collections.Immutable;
using System.Security.Cryptography;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class SetupScriptTests : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private static readonly HostSpec Host = new() { Region = "eu-central-1", Containers = [new() { Name = "web", Image = "web:1" }] };

    private readonly HostScripts _host = new();

    public SetupScriptTests()
    {
        foreach (var program in new[] { "install", "systemctl", "apt-get" }) _host.Recorder(program);
        _host.Recorder("docker", "[ \"$1\" != info ] || echo inactive");
        _host.Program("sleep", ":");
        _host.Program("curl", "while [ $# -gt 1 ]; do [ \"$1\" != --output ] || file=$2; shift; done\necho package > \"$file\"");
        _host.Program("aws", "echo token");
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Containers_Start_As_Soon_As_Docker_Does()
    {
        await SucceedAsync(Host);

        Assert.Equal(
            ["systemctl <daemon-reload>", "systemctl <enable> <docker.service>", "systemctl <restart> <docker.service>", "systemctl <enable> <--now> <--no-block> <web.service>"],
            _host.Told[1..]);
    }

    [Fact]
    public async Task A_Network_Is_There_Before_Its_Containers()
    {
        _host.Recorder("docker", "[ \"$2\" != inspect ]");

        await SucceedAsync(Host with { Containers = [Host.Containers[0] with { Settings = new() { Network = "heig" } }] });

        Assert.True(Array.IndexOf(_host.Told, "docker <network> <create> <--driver> <bridge> <heig>") is > 0 and var made && made < Array.FindIndex(_host.Told, line => line.Contains("--now", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_Download_With_Its_Checksum_Is_Installed()
    {
        await SucceedAsync(Downloading(Convert.ToHexStringLower(SHA256.HashData("package\n"u8))));

        Assert.Contains(_host.Told, line => line.StartsWith("apt-get <install>", StringComparison.Ordinal) && line.EndsWith("/agent.deb>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Download_With_Another_Checksum_Is_Left_Out_And_Said()
    {
        var result = await RunAsync(Downloading(new('0', 64)));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("https://example.com/agent.deb doesn't have the checksum 0000", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Told, line => line.StartsWith("apt-get", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Fails_Keeps_Nothing_Else_From_Being_Set_Up()
    {
        _host.Program("apt-get", "exit 100");

        var result = await RunAsync(Host with { Packages = ["no-such-package"], Agents = Agents(new() { Services = ["agent.service"] }) });

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("systemctl <restart> <agent.service>", _host.Told[^1]);
        Assert.Contains("dockerland-setup: gave up on 'install_packages no-such-package'\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Swarm_Is_Joined_With_The_Token_Of_The_Role()
    {
        await SucceedAsync(Host with { Swarm = new("managers.example.com:2377", "/token") });

        Assert.Equal("docker <swarm> <join> <--token> <token> <managers.example.com:2377>", _host.Told[^1]);
    }

    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public async Task A_Shell_Takes_Every_Setting_As_One_Word(string text)
    {
        var script = SetupScript.Render(Host with { Packages = [text], Agents = Agents(new() { Packages = [text], Services = [text], Downloads = [new() { Url = text, Sha256 = text }], Secrets = None.Add("KEY", text) }) });
        var calls = "try() { for word; do printf '%s\\0' \"$word\"; done >> words; }\n" + script[script.IndexOf("try install_packages", StringComparison.Ordinal)..];

        await _host.RunAsync("start() { :; }; finish() { :; }\n" + calls);

        var secret = new[] { HostPaths.Secrets, "eu-central-1", "/etc/dockerland/agents/agent.env", "KEY=" + text };
        Assert.Equal(
            ["install_packages", text, .. secret, "install_packages", text, "install_download", text, text, "systemctl", "enable", text, "systemctl", "restart", text],
            _host.Read("words").Split('\0')[..^1]);
    }

    private static HostSpec Downloading(string sha256) => Host with { Agents = Agents(new() { Downloads = [new() { Url = "https://example.com/agent.deb", Sha256 = sha256 }] }) };

    private static ImmutableSortedDictionary<string, AgentSettings> Agents(AgentSettings agent) => ImmutableSortedDictionary<string, AgentSettings>.Empty.Add("agent", agent);

    private async Task SucceedAsync(HostSpec host) => (await RunAsync(host)).EnsureSuccess();

    private Task<Support.Processes.ToolResult> RunAsync(HostSpec host) => _host.RunAsync(SetupScript.Render(host));
}

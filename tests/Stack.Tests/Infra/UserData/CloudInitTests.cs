using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>Every setting that is a text, with texts that break out of what is put together carelessly.</summary>
public sealed class CloudInitTests : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private static readonly ContainerSpec Web = new() { Name = "web", Image = "web:1" };
    private static readonly HostSpec Host = new() { Region = "eu-central-1", Containers = [Web] };

    private readonly HostScripts _scripts = new();

    public static TheoryData<string> Texts => HostileText.Texts;

    public static TheoryData<string> Lines => HostileText.Lines;

    /// <summary>As <see cref="HostileText.AnyText"/>, without what no environment can have.</summary>
    public static TheoryData<string> Values => [.. HostileText.AnyText.Where(text => !text.Any(character => char.IsControl(character) && character is not ('\n' or '\t')))];

    public void Dispose() => _scripts.Dispose();

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_Timezone_Is_Read_Back(string text) =>
        Assert.Equal(text, RenderedHost.Of(Host with { Timezone = text }).Document["timezone"]);

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_Administrators_Key_Is_Read_Back(string text)
    {
        var host = RenderedHost.Of(Host with { Administrators = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("ada", [text]) });

        Assert.Equal([text], (List<object>)host.Items("users").Single(user => (string)user["name"] == "ada")["ssh_authorized_keys"]);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_Agents_Files_And_Units_Are_Read_Back(string text)
    {
        var files = RenderedHost.Of(With(new() { Files = None.Add("/etc/agent", text + "\n"), Units = None.Add("agent.service", text + "\n") })).Files;

        Assert.Equal((text + "\n", text + "\n"), (files["/etc/agent"], files["/etc/systemd/system/agent.service"]));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_Files_Path_Is_Read_Back(string text) =>
        Assert.Contains("/etc/" + text + ".conf", RenderedHost.Of(With(new() { Files = None.Add("/etc/" + text + ".conf", "x\n") })).Files.Keys);

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_Repository_Is_One_Line(string text)
    {
        var agent = new AgentSettings { Repositories = HostCases.Repository(text, "key") };

        Assert.Equal($"deb [signed-by=/etc/apt/keyrings/tool.asc] {text}\n", RenderedHost.Of(With(agent)).Files["/etc/dockerland/repositories/tool.list"]);
        Assert.Contains($"\nbaseurl={text}\nenabled=1\n", RenderedHost.Of(With(agent) with { System = HostSystem.AmazonLinux }).Files["/etc/dockerland/repositories/tool.repo"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_Shell_Reads_Back_A_Containers_Variables(string text)
    {
        var host = RenderedHost.Of(Host with { Containers = [Web with { Environment = None.Add("VALUE", text).Add("NEXT", "1") }] });
        await File.WriteAllTextAsync(_scripts.File("web.env"), host.Files["/etc/dockerland/web.env"]);

        (await _scripts.RunAsync($". '{_scripts.File("web.env")}'; printf '%s' \"$VALUE\" > '{_scripts.File("value")}'; [ \"$NEXT\" = 1 ]")).EnsureSuccess();

        Assert.Equal(text, _scripts.Read("value"));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_Unit_Tells_The_Runner_Every_Setting_As_One_Word(string text)
    {
        var line = string.Concat(text.Where(character => !char.IsControl(character)));
        var container = Web with
        {
            Image = text,
            Settings = new() { Network = text, Volumes = [text], Command = [text], Health = new() { Command = text } },
            Environment = None.Add("HOME", line),
            Secrets = None.Add("KEY", text),
        };
        var unit = RenderedHost.Of(Host with { Containers = [container] }).Unit("web.service");
        var words = UnitReader.Words(unit, "ExecStart");

        Assert.Equal(text, words[4]);
        Assert.Equal(text, words[^1]);
        Assert.Superset(new HashSet<string> { $"--network={text}", $"--volume={text}", $"--env=HOME={line}", $"--health-cmd={text}" }, words.ToHashSet());
        Assert.Contains($"KEY={text}", UnitReader.Words(unit, "ExecStartPre"));
    }

    [Fact]
    public void Root_Does_Not_Log_In()
    {
        var host = RenderedHost.Of(Host);

        Assert.Equal(("true", "false"), (host.Document["disable_root"], host.Document["ssh_pwauth"]));
        Assert.Contains("PermitRootLogin no\n", host.Files["/etc/ssh/sshd_config.d/10-dockerland.conf"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HostSystem.Debian, "amazon-ecr-credential-helper apparmor awscli ca-certificates curl docker.io")]
    [InlineData(HostSystem.AmazonLinux, "amazon-ecr-credential-helper awscli-2 curl-minimal docker")]
    public void Every_Host_Has_Its_Tools(HostSystem system, string essentials)
    {
        var setup = RenderedHost.Of(Host with { System = system, Packages = ["curl", "tmux", "nmap"] }).Files["/usr/local/sbin/dockerland-setup"];

        Assert.Contains($"\nessentials {essentials}\n", setup, StringComparison.Ordinal);
        Assert.Contains("web.service\ntry install_packages tmux\ntry install_packages nmap\ntry upgrade_packages\n", setup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Setup_Is_A_Unit_That_Can_Go_On_After_A_Boot()
    {
        var host = RenderedHost.Of(Host);

        Assert.Equal(["systemctl", "enable", "--now", "dockerland-setup.service"], (List<object>)((List<object>)host.Document["runcmd"]).Single());
        Assert.Contains("\nExecStart=/usr/local/sbin/dockerland-setup\n", host.Unit("dockerland-setup.service"), StringComparison.Ordinal);
        Assert.Contains("\nRestart=on-failure\n", host.Unit("dockerland-setup.service"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Image_With_The_Runner_Is_Given_None()
    {
        Assert.Contains("/usr/local/bin/dockerland-run", RenderedHost.Of(Host).Files.Keys);
        Assert.DoesNotContain("/usr/local/bin/dockerland-run", RenderedHost.Of(Host with { HasRunner = true }).Files.Keys);
    }

    private static HostSpec With(AgentSettings agent) => Host with { Agents = ImmutableSortedDictionary<string, AgentSettings>.Empty.Add("agent", agent) };
}

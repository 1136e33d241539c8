using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class SecretsScriptTests : IDisposable
{
    private static readonly string Script = EmbeddedScript.Read(HostPaths.Secrets);

    private readonly HostScripts _host = new();

    public SecretsScriptTests()
    {
        // The last word is the parameter's name; its value is in a file of that name.
        _host.Program("aws", $"for name; do :; done\nenv > {_host.File("environment")}\ncat \"{_host.File("parameters")}$name\"");
        _host.Program("hostname", "echo ip-10-0-0-1");
        _host.Program("ip", "echo '169.254.169.254 dev ens5 src 10.0.0.7 uid 0 \\    cache'");
    }

    public void Dispose() => _host.Dispose();

    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public async Task A_Shell_Reads_Back_What_Was_Stored(string value)
    {
        Parameter("/key", value);

        (await _host.RunAsync(Script, "eu-central-1", _host.File("run/web.env"), "KEY=/key")).EnsureSuccess();

        // A shell takes newlines off the end of what a command prints, as the AWS command puts one there.
        Assert.Equal(value.TrimEnd('\n'), await SourcedAsync("KEY"));
    }

    [Fact]
    public async Task A_Container_Learns_Its_Hosts_Name_And_Address()
    {
        (await _host.RunAsync(Script, "eu-central-1", _host.File("run/web.env"), "HOST_ADDRESS=@", "SERF_ADVERTISE=@:7946")).EnsureSuccess();

        Assert.Equal("TAG=\"ip-10-0-0-1\"\nHOST_ADDRESS=\"10.0.0.7\"\nSERF_ADVERTISE=\"10.0.0.7:7946\"\n", _host.Read("run/web.env"));
    }

    [Fact]
    public async Task What_Was_Read_Before_Stays_When_It_Cannot_Be_Read_Now()
    {
        Parameter("/key", "good");
        (await _host.RunAsync(Script, "eu-central-1", _host.File("run/web.env"), "KEY=/key")).EnsureSuccess();
        File.Delete(_host.File("parameters/key"));

        (await _host.RunAsync(Script, "eu-central-1", _host.File("run/web.env"), "KEY=/key")).EnsureSuccess();

        Assert.Equal("good", await SourcedAsync("KEY"));
    }

    [Fact]
    public async Task Without_Its_Secret_A_Container_Does_Not_Start()
    {
        var result = await _host.RunAsync(Script, "eu-central-1", _host.File("run/web.env"), "KEY=/missing");

        Assert.Equal(1, result.ExitCode);
        Assert.False(_host.Has("run/web.env"));
    }

    [Fact]
    public async Task The_Containers_Credentials_Are_Not_The_Hosts()
    {
        Parameter("/key", "x");

        (await _host.RunAsync("export AWS_ACCESS_KEY_ID=container\n" + Script, "eu-central-1", _host.File("run/web.env"), "KEY=/key")).EnsureSuccess();

        Assert.DoesNotContain("AWS_ACCESS_KEY_ID", _host.Read("environment"), StringComparison.Ordinal);
    }

    private void Parameter(string name, string value) => File.WriteAllText(_host.File("parameters" + name), value);

    private async Task<string> SourcedAsync(string name)
    {
        (await _host.RunAsync($". '{_host.File("run/web.env")}'; printf %s \"${name}\" > '{_host.File("value")}'")).EnsureSuccess();
        return _host.Read("value");
    }
}

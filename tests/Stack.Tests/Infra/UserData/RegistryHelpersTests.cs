using System.Text.Json;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class RegistryHelpersTests : IDisposable
{
    private const string Server = "registry.example.com:5000";

    private readonly HostScripts _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [MemberData(nameof(HostileText.Lines), MemberType = typeof(HostileText))]
    public async Task Docker_Reads_The_User_And_The_Password_As_They_Are(string text)
    {
        File.WriteAllText(_host.File("password"), text + "\n");
        _host.Program("aws", $"cat {_host.File("password")}");

        var answer = (await _host.RunAsync(Helper(text, "/dockerland/dev/password"), Server, ["get"])).EnsureSuccess();

        using var json = JsonDocument.Parse(answer.Output);
        Assert.Equal((Server, text, text), (Text(json, "ServerURL"), Text(json, "Username"), Text(json, "Secret")));
    }

    [Theory]
    [MemberData(nameof(HostileText.Lines), MemberType = typeof(HostileText))]
    public async Task The_Parameter_Is_Asked_For_By_Its_Name(string name)
    {
        _host.Recorder("aws", "echo secret");

        (await _host.RunAsync(Helper("user", name), Server, ["get"])).EnsureSuccess();

        Assert.Equal([$"aws <--region> <eu-central-1> <ssm> <get-parameter> <--with-decryption> <--query> <Parameter.Value> <--output> <text> <--name> <{name}>"], _host.Told);
    }

    [Fact]
    public async Task Another_Registry_Gets_No_Password()
    {
        _host.Program("aws", "echo secret");

        Assert.Equal((1, ""), await ResultAsync("evil.example.com", "get"));
    }

    [Fact]
    public async Task A_Password_That_Cannot_Be_Read_Is_No_Answer()
    {
        _host.Program("aws", "exit 255");

        Assert.Equal((255, ""), await ResultAsync(Server, "get"));
    }

    [Fact]
    public async Task Nothing_Is_Stored() => Assert.Equal((1, ""), await ResultAsync(Server, "store"));

    [Fact]
    public void Each_Registry_Has_The_Helper_Of_Its_Kind()
    {
        var host = Host("user", "/password") with { Logins = [new EcrLogin("1.dkr.ecr.eu-central-1.amazonaws.com"), new PasswordLogin(Server, "user", "/password")] };

        var helpers = JsonDocument.Parse(RegistryHelpers.RenderConfig(host)).RootElement.GetProperty("credHelpers");

        Assert.Equal(("ecr-login", "dockerland"), (helpers.GetProperty("1.dkr.ecr.eu-central-1.amazonaws.com").GetString(), helpers.GetProperty(Server).GetString()));
    }

    private async Task<(int, string)> ResultAsync(string server, string verb)
    {
        var result = await _host.RunAsync(Helper("user", "/password"), server, [verb]);
        return (result.ExitCode, result.Output);
    }

    private static string Helper(string user, string parameter) => RegistryHelpers.RenderHelper(Host(user, parameter));

    private static HostSpec Host(string user, string parameter) =>
        new() { Region = "eu-central-1", Containers = [], Logins = [new PasswordLogin(Server, user, parameter)] };

    private static string? Text(JsonDocument json, string key) => json.RootElement.GetProperty(key).GetString();
}

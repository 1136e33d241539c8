using System.Globalization;
using System.Text.Json;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images.Metadata;

/// <summary>The metadata image in a real engine, with a metadata service and an EC2 on this machine.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class MetadataImageTests(DockerFixture docker) : IAsyncLifetime, IDisposable
{
    private const string Hostile = "db \"1\" \\ $HOME `id` %n\nX=y";

    private readonly TempFolder _temp = new();
    private FakeImds _imds = null!;

    public async Task InitializeAsync()
    {
        if (!DockerFixture.CanRun) return;
        await docker.BuildAsync("metadata");
        _imds = await FakeImds.StartAsync();
        _imds.GiveRole("host", "AKIDSECRET", "verysecret");
        _imds.Tags = new Dictionary<string, string> { ["docker.role"] = "web", ["example.db.host"] = Hostile, ["Name"] = "web" };
        Directory.CreateDirectory(_temp.File("docker"));
        await File.WriteAllTextAsync(_temp.File("docker/daemon.json"), """{"log-driver":"journald","labels":["docker.role=old","rack=7"]}""");
    }

    public async Task DisposeAsync()
    {
        if (_imds is not null) await _imds.DisposeAsync();
    }

    public void Dispose() => _temp.Dispose();

    [SkippableFact]
    public async Task Tags_Become_Labels_And_Variables()
    {
        DockerFixture.Require();

        Assert.Equal(0, (await RunAsync()).ExitCode);

        var daemon = JsonElement.Parse(await File.ReadAllTextAsync(_temp.File("docker/daemon.json")));
        Assert.Equal("""["rack=7","docker.role=web"] journald""", $"{JsonSerializer.Serialize(daemon.GetProperty("labels"))} {daemon.GetProperty("log-driver")}");
        var bash = new Tool("bash") { Input = $". {_temp.File("run/host.env")}; printf '%s' \"$DB_HOST\"" };
        Assert.Equal(Hostile, (await bash.SucceedAsync("-s")).Output.TrimEnd('\n'));
    }

    [SkippableFact]
    public async Task A_Second_Run_Touches_Nothing()
    {
        DockerFixture.Require();
        await RunAsync();
        File.Delete(_temp.File("run/reload"));
        var before = await FilesAsync();

        await RunAsync();

        Assert.Equal(before, await FilesAsync());
    }

    [SkippableFact]
    public async Task No_Credentials_Are_Written()
    {
        DockerFixture.Require();

        await RunAsync("-m", "-e", "example.db.host:DB_HOST");

        var written = string.Concat(Directory.EnumerateFiles(_temp.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Contains("AWS_INSTANCE_ID=\"i-0123456789abcdef0\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain("AKIDSECRET", written, StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", written, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Where_The_Metadata_Service_Shows_No_Tags_Ec2_Does_With_The_Roles_Credentials()
    {
        DockerFixture.Require();
        Prerequisite.Programs(Moto.Programs);
        await using var moto = await Moto.StartAsync();
        var instance = (await moto.Boto3Async("""
            ec2 = boto3.client("ec2", region_name="eu-central-1")
            result = ec2.run_instances(ImageId="ami-1", MinCount=1, MaxCount=1, TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "docker.role", "Value": "queue"}]}])["Instances"][0]["InstanceId"]
            """)).GetString()!;
        _imds.Tags = null;
        _imds.Metadata["instance-id"] = instance;

        var result = await RunAsync($"--env=AWS_ENDPOINT_URL={moto.Endpoint.OriginalString}");

        Assert.Equal((0, "metadata: 1 tags: 1 labels, 0 variables"), (result.ExitCode, result.Output.Split('\n')[0]));
        Assert.Contains("docker.role=queue", await File.ReadAllTextAsync(_temp.File("docker/daemon.json")), StringComparison.Ordinal);
        Assert.Contains("GET /latest/meta-data/iam/security-credentials/host", _imds.Asked);
    }

    [SkippableFact]
    public async Task A_Container_That_Is_A_Hop_Too_Far_Says_So_And_Writes_Nothing()
    {
        DockerFixture.Require();
        _imds.GivesTokens = false;

        var result = await RunAsync();

        Assert.Equal(69, result.ExitCode);
        Assert.Contains("set http_put_response_hop_limit to 2", result.Error, StringComparison.Ordinal);
        Assert.Equal(["daemon.json"], Directory.EnumerateFiles(_temp.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [SkippableFact]
    public async Task An_Instance_Without_Tags_And_A_Role_Says_Which_Of_Them_It_Needs()
    {
        DockerFixture.Require();
        _imds.Tags = null;
        _imds.Metadata.TryRemove("iam/security-credentials", out _);

        var result = await RunAsync();

        Assert.Equal((77, "metadata: The tags can't be read: the metadata service doesn't show them, and the instance has no role to call ec2:DescribeTags with. Set InstanceMetadataTags to enabled, or give it a role that allows that action."), (result.ExitCode, result.Error.Trim()));
    }

    [SkippableFact]
    public async Task A_Wrong_Endpoint_Is_Not_Tried_Again()
    {
        DockerFixture.Require();

        var result = await RunAsync("--env=AWS_EC2_METADATA_SERVICE_ENDPOINT=169.254.169.254");

        Assert.Equal((64, true), (result.ExitCode, result.Error.StartsWith("metadata: AWS_EC2_METADATA_SERVICE_ENDPOINT is '169.254.169.254'; it takes an address such as http://169.254.169.254.", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task A_Wrong_Option_Is_Told_With_The_Right_Ones()
    {
        DockerFixture.Require();

        var result = await RunAsync("--tags");

        Assert.Equal((64, true), (result.ExitCode, result.Error.StartsWith("metadata: '--tags' is no option.\nHands an EC2 instance's tags over", StringComparison.Ordinal)));
    }

    // Options of Docker's command and then the image's, told apart by how they begin.
    private Task<ToolResult> RunAsync(params string[] options) => new Tool("docker") { Environment = docker.Engine.Environment, Deadline = TimeSpan.FromMinutes(1) }.RunAsync(
    [
        "run", "--rm", "--network=host", $"--volume={_temp.File("docker")}:/etc/docker", $"--volume={_temp.File("run")}:/run/dockerland/metadata",
        $"--env=AWS_EC2_METADATA_SERVICE_ENDPOINT={_imds.Endpoint}", "--env=AWS_METADATA_TAG_VARIABLES=example.db.host:DB_HOST,example.gone:GONE",
        .. options.Where(option => option.StartsWith("--env", StringComparison.Ordinal)), "dockerland/metadata", .. options.Where(option => !option.StartsWith("--env", StringComparison.Ordinal)),
    ]);

    // By inode and time: a file that is replaced by its like is another one.
    private async Task<string> FilesAsync() => (await new Tool("find").SucceedAsync(_temp.Path, "-printf", string.Create(CultureInfo.InvariantCulture, $"%p %i %T@ %m\n"))).Output;
}

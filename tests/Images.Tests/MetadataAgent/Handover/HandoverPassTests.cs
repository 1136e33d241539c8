using Amazon.EC2;
using Amazon.Runtime;
using Dockerland.Imds;
using Dockerland.MetadataAgent.Handover;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.Images.MetadataAgent.Handover;

public sealed class HandoverPassTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTime Before = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private FakeImds _imds = null!;

    public async Task InitializeAsync()
    {
        _imds = await FakeImds.StartAsync();
        _imds.Tags = new Dictionary<string, string> { ["docker.role"] = "web", ["example.db.host"] = "db", ["Name"] = "x" };
        _imds.GiveRole("host", "AKIDSECRET", "verysecret");
    }

    public async Task DisposeAsync() => await _imds.DisposeAsync();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Tags_Become_Labels_And_Variables()
    {
        await RunAsync(Settings);

        Assert.Equal("DB_HOST=\"db\"\n", Read(Settings.VariablesFile));
        Assert.Equal("{\n  \"labels\": [\n    \"docker.role=web\"\n  ]\n}\n", Read(Settings.DaemonFile));
    }

    [Fact]
    public async Task What_The_Instance_Is_Becomes_Variables_But_Its_Credentials_Do_Not()
    {
        await RunAsync(Settings with { Load = true });

        Assert.Equal("""
            AWS_AMI_ID="ami-0a1b2c3d4e5f60718"
            AWS_AVAILABILITY_ZONE="eu-central-1a"
            AWS_DEFAULT_REGION="eu-central-1"
            AWS_HOSTNAME="ip-10-0-0-7.eu-central-1.compute.internal"
            AWS_INSTANCE_ID="i-0123456789abcdef0"
            AWS_INSTANCE_TYPE="t3.small"
            AWS_LOCAL_IPV4="10.0.0.7"
            AWS_PUBLIC_IPV4="198.51.100.7"
            AWS_SECURITY_GROUPS="web inside"
            DB_HOST="db"

            """, Read(Settings.VariablesFile));
    }

    [Fact]
    public async Task A_Second_Pass_Writes_No_File_And_Asks_For_No_Reload()
    {
        await RunAsync(Settings);
        File.Delete(Settings.ReloadFile);
        File.SetLastWriteTimeUtc(Settings.VariablesFile, Before);
        File.SetLastWriteTimeUtc(Settings.DaemonFile, Before);

        await RunAsync(Settings);

        Assert.Equal((Before, Before, false), (File.GetLastWriteTimeUtc(Settings.VariablesFile), File.GetLastWriteTimeUtc(Settings.DaemonFile), File.Exists(Settings.ReloadFile)));
    }

    [Fact]
    public async Task Docker_Is_To_Be_Reloaded_When_Its_Labels_Changed()
    {
        await RunAsync(Settings);

        Assert.True(File.Exists(Settings.ReloadFile));
    }

    [Fact]
    public async Task Variables_Alone_Need_No_Reload()
    {
        await RunAsync(Settings);
        File.Delete(Settings.ReloadFile);
        _imds.Tags = new Dictionary<string, string> { ["docker.role"] = "web", ["example.db.host"] = "other" };

        await RunAsync(Settings);

        Assert.Equal(("DB_HOST=\"other\"\n", false), (Read(Settings.VariablesFile), File.Exists(Settings.ReloadFile)));
    }

    [Fact]
    public async Task A_Broken_File_Of_Dockers_Stays_And_Containers_Still_Get_Their_Variables()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Settings.DaemonFile)!);
        await File.WriteAllTextAsync(Settings.DaemonFile, "{\n  \"live-restore\": yes\n}");

        var error = await Assert.ThrowsAsync<AgentException>(() => RunAsync(Settings));

        Assert.Equal((ExitCodes.Config, $"{Settings.DaemonFile} isn't JSON (line 2, byte 19); it stays as it is, and Docker's labels with it. Mend it and start this again."), (error.ExitCode, error.Message));
        Assert.Equal(("{\n  \"live-restore\": yes\n}", "DB_HOST=\"db\"\n"), (Read(Settings.DaemonFile), Read(Settings.VariablesFile)));
    }

    [Fact]
    public async Task A_Rehearsal_Says_What_It_Would_Write_And_Writes_Nothing()
    {
        await RunAsync(Settings with { DryRun = true });

        Assert.Contains($"metadata: {Settings.VariablesFile} would get:\nDB_HOST=\"db\"\n", _output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_temp.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_Value_That_Systemd_Would_Not_Take_Is_Named_And_Left_Out()
    {
        _imds.Tags = new Dictionary<string, string> { ["docker.role"] = "web", ["example.db.host"] = "bell\a" };

        await RunAsync(Settings);

        Assert.Equal("", Read(Settings.VariablesFile));
        Assert.Contains("DB_HOST is left out: the tag 'example.db.host' has a control character", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docker.a=b", "Docker ends a label's name at the first '='")]
    [InlineData("com.docker.compose", "Docker keeps names that begin with 'com.docker.' for itself")]
    public async Task A_Label_That_Docker_Would_Not_Start_With_Is_Named_And_Left_Out(string tag, string reason)
    {
        _imds.Tags = new Dictionary<string, string> { ["docker.role"] = "web", [tag] = "x" };

        await RunAsync(Settings with { Prefixes = ["docker.", "com."] });

        Assert.Equal("{\n  \"labels\": [\n    \"docker.role=web\"\n  ]\n}\n", Read(Settings.DaemonFile));
        Assert.Contains($"metadata: the tag '{tag}' becomes no label: {reason}", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_That_Nobody_May_See_Write_Nothing()
    {
        _imds.Tags = null;

        var error = await Assert.ThrowsAsync<AgentException>(() => RunAsync(Settings));

        Assert.StartsWith("The tags can't be read: the metadata service doesn't show them, and ec2:DescribeTags failed:", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_temp.Path, "*", SearchOption.AllDirectories));
    }

    private HandoverSettings Settings => new()
    {
        Variables = HandoverSettings.Read(["-e", "example.db.host:DB_HOST", "-e", "example.none:NONE"], _ => null).Variables,
        DaemonFile = _temp.File("docker/daemon.json"),
        VariablesFile = _temp.File("run/host.env"),
        ReloadFile = _temp.File("run/reload"),
        Ros = _temp.File("no-ros"),
        MergedFile = _temp.File("conf/metadata.yml"),
    };

    // Where nobody is asked twice.
    private async Task RunAsync(HandoverSettings settings)
    {
        if (OperatingSystem.IsWindows()) return;
        using var imds = new ImdsClient(new() { Endpoint = new(_imds.Endpoint) }, TimeProvider.System);
        var nobody = new AmazonEC2Config { ServiceURL = $"http://127.0.0.1:{FreePort.Next()}", MaxErrorRetry = 0 };
        await new HandoverPass(settings, imds, new(imds, _ => new AmazonEC2Client(new AnonymousAWSCredentials(), nobody)), _output).RunAsync(CancellationToken.None);
    }

    private static string Read(string file) => File.ReadAllText(file);
}

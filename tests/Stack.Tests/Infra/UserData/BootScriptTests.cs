using System.Collections.Immutable;
using Dockerland.Infra.UserData;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>Runs the script as a host would, with programs in the place of docker and aws that write down what they are told.</summary>
public sealed class BootScriptTests : IDisposable
{
    private readonly TempFolder _host = new();

    public BootScriptTests()
    {
        Program("aws", """case "$*" in *get-login-password*) echo token;; *) for last; do :; done; echo "value of $last";; esac""");
        Program("docker", $"""
            for word; do printf '%s\n' "$word"; done >> {_host.Path}/docker.txt
            [ "$1" != login ] || cat > {_host.Path}/password.txt
            [ "$1" != pull ] || [ -e {_host.Path}/pulled ] || {"{"} touch {_host.Path}/pulled; exit 1; {"}"}
            """);
        Program("hostname", "echo ip-10-0-0-1");
        Program("sleep", ":");
        File.WriteAllText(_host.File("container.env"), "");
    }

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("registry.example.com/web:1")]
    [InlineData("'; touch broken; '")]
    [InlineData("$(touch broken) `touch broken` \" \\ * ?")]
    public async Task Docker_Is_Told_The_Image_Word_For_Word(string image)
    {
        await BootAsync(Spec(image));

        Assert.Equal($"pull\n{image}\npull\n{image}\nrun", Told()[..(Told().IndexOf("\nrun\n", StringComparison.Ordinal) + 4)]);
        Assert.EndsWith($"--publish\n80:3000\n{image}\n", Told(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_host.Path, "broken", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_Container_Learns_Its_Hosts_Name()
    {
        await BootAsync(Spec("web:1"));

        Assert.Contains("--env\nTAG=ip-10-0-0-1\n", Told(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_Are_Read_Into_The_Containers_Environment()
    {
        await BootAsync(Spec("web:1", secrets: Sorted("SERF_KEY", "/dockerland/dev/gossip-key")));

        Assert.Equal("SERF_KEY=value of /dockerland/dev/gossip-key\n", File.ReadAllText(_host.File("container.env")));
    }

    [Fact]
    public async Task The_Registrys_Password_Is_Read_And_Handed_On_Unseen()
    {
        await BootAsync(Spec("web:1") with { Login = new PasswordLogin("registry.example.com", "us'er", "/dockerland/dev/registry-password") });

        Assert.StartsWith("login\n--username\nus'er\n--password-stdin\nregistry.example.com\n", Told(), StringComparison.Ordinal);
        Assert.Equal("value of /dockerland/dev/registry-password\n", File.ReadAllText(_host.File("password.txt")));
    }

    [Fact]
    public async Task Ecr_Gives_A_Password_Of_Its_Own()
    {
        await BootAsync(Spec("web:1") with { Login = new EcrLogin("1.dkr.ecr.eu-central-1.amazonaws.com") });

        Assert.Equal("token\n", File.ReadAllText(_host.File("password.txt")));
    }

    private static HostSpec Spec(string image, ImmutableSortedDictionary<string, string>? secrets = null) => new()
    {
        Region = "eu-central-1",
        Container = new()
        {
            Name = "webapp",
            Image = image,
            Ports = ImmutableSortedDictionary<int, int>.Empty.Add(80, 3000),
            Secrets = secrets ?? ImmutableSortedDictionary<string, string>.Empty,
        },
    };

    private static ImmutableSortedDictionary<string, string> Sorted(string key, string value) => ImmutableSortedDictionary<string, string>.Empty.Add(key, value);

    private string Told() => File.ReadAllText(_host.File("docker.txt"));

    private async Task BootAsync(HostSpec spec)
    {
        var script = BootScript.Render(spec).Replace(BootScript.EnvironmentPath(spec.Container), _host.File("container.env"), StringComparison.Ordinal);
        var shell = new Tool("sh")
        {
            Folder = _host.Path,
            Input = script,
            Environment = new Dictionary<string, string?> { ["PATH"] = _host.File("bin") + ":" + Environment.GetEnvironmentVariable("PATH") },
        };
        await shell.SucceedAsync();
    }

    private void Program(string name, string text)
    {
        File.WriteAllText(_host.File($"bin/{name}"), "#!/bin/sh\n" + text + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_host.File($"bin/{name}"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}

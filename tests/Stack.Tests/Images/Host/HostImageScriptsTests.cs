using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Stack.Images.Host;

/// <summary>What the workflow does with an image that it made, with a stand-in of AWS's command.</summary>
public sealed class HostImageScriptsTests : IDisposable
{
    private const string Image = "ami-0123456789abcdef0";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("config:\n  aws:region: eu-central-1\n", $"config:\n  dockerland:hostImage: {{id: {Image}}}\n  aws:region: eu-central-1\n")]
    [InlineData("config:\n  dockerland:zone: a.example\n  dockerland:hostImage: {id: ami-0a}\n", $"config:\n  dockerland:hostImage: {{id: {Image}}}\n  dockerland:zone: a.example\n")]
    public async Task A_Stack_Gets_The_New_Id_In_Place_Of_Its_Own(string before, string after)
    {
        var file = await StackFileAsync(before);

        await Script("propose-image.sh").SucceedAsync(Image, file);

        Assert.Equal(after, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task An_Image_Of_Another_Kind_Stays()
    {
        const string Text = "config:\n  dockerland:hostImage: {owner: self, filter: \"mine-*\"}\n";
        var file = await StackFileAsync(Text);

        var said = (await Script("propose-image.sh").SucceedAsync(Image, file)).Text;

        Assert.Equal(Text, await File.ReadAllTextAsync(file));
        Assert.Contains("of another kind, which stays", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ 12.3] dockerland-host: a container ran", 0)]
    [InlineData("[ 12.3] Kernel panic", 1)]
    public async Task An_Image_Boots_When_Its_Console_Says_So_And_The_Instance_Goes_Either_Way(string console, int code)
    {
        var aws = _folder.File("aws");
        await File.WriteAllTextAsync(aws, $"""
            #!/usr/bin/env bash
            echo "$2" >>"{_folder.File("calls")}"
            case $2 in
              run-instances) echo i-1 ;;
              get-console-output) echo "{console}" ;;
            esac
            """);
        await new Tool("chmod").SucceedAsync("+x", aws);

        var result = await Script("boot-image.sh").RunAsync(Image);

        Assert.Equal(code, result.ExitCode);
        Assert.Contains(console.Split("] ")[1], result.Text, StringComparison.Ordinal);
        Assert.Equal(["run-instances", "get-console-output", "terminate-instances"], (await File.ReadAllLinesAsync(_folder.File("calls"))).Distinct());
    }

    private async Task<string> StackFileAsync(string text)
    {
        var file = _folder.File("Pulumi.dev.yaml");
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private Tool Script(string name) => new(Path.Combine(Support.Repository.Root, "images/host/packer", name))
    {
        Environment = new Dictionary<string, string?> { ["TRIES"] = "2", ["PAUSE"] = "0", ["PATH"] = $"{_folder.Path}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}" },
    };
}

using Dockerland.Cli;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Stack.Cli.UserData;

public sealed class UserDataVerbTests
{
    private static readonly string[] Sources = ["images", "lambdas", "lib", "sdks"];

    [Fact]
    public async Task It_Prints_What_The_Plan_Has()
    {
        var (code, output, error) = await RunAsync("userdata", "web");
        var planned = await File.ReadAllTextAsync(Path.Combine(Support.Repository.Root, "tests/plans/dev.txt"));

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("#cloud-config\n", output, StringComparison.Ordinal);
        Assert.Contains("        userData: |\n" + string.Concat(output.TrimEnd('\n').Split('\n').Select(line => $"          {line}".TrimEnd() + "\n")), Trimmed(planned), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Stack_Has_Other_Hosts()
    {
        var (_, output, _) = await RunAsync("userdata", "web", "--stack", "prod");

        Assert.Contains("registry.example.com", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wbe", "There is no fleet 'wbe' in the stack 'dev'. Did you mean 'web'?")]
    [InlineData("database", "There is no fleet 'database' in the stack 'dev'. There are: balancer, web.")]
    public async Task An_Unknown_Fleet_Is_One_Line(string fleet, string message) =>
        Assert.Equal((1, "", $"error: {message}\n"), await RunAsync("userdata", fleet));

    [Fact]
    public async Task An_Unknown_Stack_Is_One_Line()
    {
        var (code, output, error) = await RunAsync("userdata", "web", "--stack", "deb");

        Assert.Equal((1, "", "error: There is no stack 'deb'. Did you mean 'dev'?\n"), (code, output, error));
    }

    [Fact]
    public async Task Help_Tells_Of_Both_Words()
    {
        var (code, output, _) = await RunAsync("userdata", "--help");

        Assert.Equal(0, code);
        Assert.Contains("userdata <FLEET>", output, StringComparison.Ordinal);
        Assert.Contains("--stack", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Only_Fits_Gzipped_Is_Shown_As_Text()
    {
        using var folder = new TempFolder();
        var root = Support.Repository.Root;
        foreach (var source in Sources) Directory.CreateSymbolicLink(folder.File(source), Path.Combine(root, source));
        File.Copy(Path.Combine(root, "Pulumi.yaml"), folder.File("Pulumi.yaml"));
        var stack = (await File.ReadAllTextAsync(Path.Combine(root, "Pulumi.dev.yaml"))).Replace("    web:\n", $"    web:\n      environment: {{ LONG: {new string('x', 20_000)} }}\n", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File("Pulumi.long.yaml"), stack);

        var (code, output, error) = await RunInAsync(folder.Path, "userdata", "web", "--stack", "long");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"LONG=\"{new string('x', 20_000)}\"\n", output, StringComparison.Ordinal);
    }

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));

    private static Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => RunInAsync(Support.Repository.Root, args);

    private static async Task<(int Code, string Output, string Error)> RunInAsync(string repository, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(args, new(output, error, Interactive: false), () => new(repository));
        return (code, output.ToString(), error.ToString());
    }
}

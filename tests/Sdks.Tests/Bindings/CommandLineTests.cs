using Dockerland.Sdks.Generate;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Sdks.Bindings;

public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public CommandLineTests() => File.WriteAllText(
        _temp.File("generate/bindings.json"),
        """{ "aws": { "resources": [], "functions": [] }, "docker": { "resources": [], "functions": [] } }""");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Help_Names_Every_Way_To_Run()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("--check", output, StringComparison.Ordinal);
        Assert.Contains("cut", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Package_Without_Bindings_Is_Refused() =>
        Assert.Equal((1, "", "bindings.json has no package 'gcp', only aws, docker.\n"), await RunAsync("cut", "--package", "gcp", "--from", "x"));

    [Fact]
    public async Task The_Schema_Of_Another_Package_Is_Refused()
    {
        var schema = _temp.File("docker.json");
        await File.WriteAllTextAsync(schema, """{ "name": "docker" }""");

        Assert.Equal((1, "", $"'{schema}' is the schema of 'docker', not of 'aws'.\n"), await RunAsync("cut", "--package", "aws", "--from", schema));
    }

    [Fact]
    public async Task A_File_That_Is_No_Schema_Is_Refused()
    {
        var schema = _temp.File("list.json");
        await File.WriteAllTextAsync(schema, "[]");

        var (code, _, error) = await RunAsync("cut", "--package", "aws", "--from", schema);

        Assert.Equal(1, code);
        Assert.StartsWith($"'{schema}' isn't a package schema: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bindings_Without_A_Cut_Schema_Say_How_To_Make_One()
    {
        var (code, _, error) = await RunAsync("--check");

        Assert.Equal(1, code);
        Assert.EndsWith("aws.json' doesn't exist. Make it with 'cut --package aws --from SCHEMA'.\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_The_Repository_It_Says_Where_To_Run() =>
        Assert.Equal(
            (1, "", "'nowhere/generate/bindings.json' doesn't exist. Run this inside the repository, or name its sdks folder with --sdks.\n"),
            await RunAsync("--check", "--sdks", "nowhere"));

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] sdks = args.Contains("--sdks") ? [] : ["--sdks", _temp.Path];
        var code = await CommandLine.RunAsync([.. args, .. sdks], output, error);
        return (code, output.ToString(), error.ToString());
    }
}

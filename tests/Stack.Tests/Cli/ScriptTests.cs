using System.Runtime.Versioning;
using Dockerland.Cli;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Stack.Cli;

/// <summary>Runs <c>./dockerland</c> itself, in a copy, on a machine that has only the programs a test names.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ScriptTests : IDisposable
{
    // What any Unix has; of dotnet, curl and wget a machine has none unless a test gives it one.
    private static readonly string[] Basics = ["bash", "cat", "chmod", "cp", "dirname", "env", "find", "mkdir", "mv", "readlink", "sed", "touch"];

    private readonly TempFolder _folder = new();

    public ScriptTests()
    {
        foreach (var file in new[] { "dockerland", "global.json" })
            File.Copy(Path.Combine(Support.Repository.Root, file), _folder.File(file));
        foreach (var program in Basics)
            File.CreateSymbolicLink(_folder.File($"bin/{program}"), Tool.Find(program) ?? throw new InvalidOperationException($"{program} isn't on PATH."));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    [InlineData]
    public async Task Help_Needs_No_Sdk(params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Dockerland: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_Lists_Every_Verb()
    {
        var result = await RunAsync("--help");

        var verbs = CommandLine.Create(new(TextWriter.Null, TextWriter.Null, false), new("/")).Subcommands.Select(verb => verb.Name);
        Assert.All(verbs, verb => Assert.Matches($@"(?m)^  {verb} ", result.Output));
    }

    [Fact]
    public async Task Without_An_Sdk_It_Prints_The_Commands_And_Changes_Nothing()
    {
        var result = await RunAsync("plan", "dev");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("No .NET SDK fits global.json, which asks for 10.0.", result.Error, StringComparison.Ordinal);
        Assert.Contains($"bash dotnet-install.sh --channel 10.0 --install-dir \"{_folder.Path}/.dotnet\"", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File(".dotnet")));
    }

    [Fact]
    public async Task An_Sdk_That_Does_Not_Fit_Is_None()
    {
        Program("dotnet", "echo 'A compatible .NET SDK was not found.' >&2; exit 155");

        var result = await RunAsync("plan", "dev");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("No .NET SDK fits global.json", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_The_Download_Fails_It_Says_So_And_Prints_The_Commands()
    {
        Program("curl", "exit 6");

        var result = await RunAsync("plan", "dev", "--yes");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("https://dot.net/v1/dotnet-install.sh can't be reached", result.Error, StringComparison.Ordinal);
        Assert.Contains("bash dotnet-install.sh --channel 10.0", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yes_Gets_An_Sdk_And_Goes_On_With_The_Verb()
    {
        // The "install script" puts down a dotnet that prints how it is called.
        Program("curl", $$"""
            while [ "$1" != -o ]; do shift; done
            printf '#!/bin/bash\nprintf "%%s\\n" "#!/bin/bash" "echo dotnet \\$*" > {0}/.dotnet/dotnet; chmod +x {0}/.dotnet/dotnet; echo "installed $*"\n' > "$2"
            """.Replace("{0}", _folder.Path, StringComparison.Ordinal));

        var result = await RunAsync("plan", "--yes", "dev");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"installed --channel 10.0 --install-dir {_folder.Path}/.dotnet", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("/Dockerland.Cli.dll plan dev\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_Are_Built_Once_And_Again_When_They_Change()
    {
        var source = _folder.File("cli/Program.cs");
        await File.WriteAllTextAsync(source, "");
        foreach (var folder in new[] { "infra", "lib", "sdks" })
            Directory.CreateDirectory(_folder.File(folder));
        var dll = _folder.File("artifacts/bin/Cli/debug/Dockerland.Cli.dll");
        Program("dotnet", $"[ \"$1\" != msbuild ] || {{ echo built >> {_folder.File("builds")}; touch {dll}; }}");

        await RunAsync("plan");
        await RunAsync("plan");
        Assert.Equal("built\n", await File.ReadAllTextAsync(_folder.File("builds")));

        File.SetLastWriteTimeUtc(source, DateTime.UtcNow.AddMinutes(1));
        await RunAsync("plan");
        Assert.Equal("built\nbuilt\n", await File.ReadAllTextAsync(_folder.File("builds")));
    }

    [Fact]
    public async Task A_Build_That_Fails_Ends_The_Run()
    {
        Program("dotnet", "if [ \"$1\" = --version ]; then exit 0; fi; echo 'error CS0116' >&2; exit 1");

        var result = await RunAsync("plan");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error CS0116", result.Error, StringComparison.Ordinal);
    }

    private void Program(string name, string body)
    {
        var file = _folder.File($"bin/{name}");
        File.WriteAllText(file, $"#!{_folder.Path}/bin/bash\n{body}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<ToolResult> RunAsync(params string[] arguments) =>
        new Tool(_folder.File("bin/bash"))
        {
            Environment = new Dictionary<string, string?> { ["PATH"] = _folder.File("bin") },
            Deadline = TimeSpan.FromMinutes(1),
        }.RunAsync([_folder.File("dockerland"), .. arguments]);
}

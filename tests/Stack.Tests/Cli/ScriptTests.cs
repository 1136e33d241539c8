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
    private static readonly string[] Basics = ["bash", "cat", "chmod", "cp", "dirname", "env", "find", "mkdir", "mktemp", "mv", "readlink", "rm", "rmdir", "sed", "sleep", "tail", "touch"];

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

    [Theory]
    [InlineData("--version")]
    [InlineData("version")]
    public async Task The_Version_Is_The_Revision(string argument)
    {
        Program("git", "[ \"$3\" = describe ] && echo v1-2-gabc");

        var result = await RunAsync(argument);

        Assert.Equal((0, "dockerland v1-2-gabc\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task Without_Git_There_Is_No_Version() => Assert.StartsWith("dockerland (no git checkout", (await RunAsync("--version")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Help_On_A_Verb_Is_The_Verbs_Own()
    {
        Program("dotnet", "echo \"ran $*\"");

        Assert.EndsWith("/Dockerland.Cli.dll plan --help\n", (await RunAsync("help", "plan")).Output, StringComparison.Ordinal);
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
        Assert.False(Directory.Exists(_folder.File(".dotnet")));
    }

    [Fact]
    public async Task An_Install_That_Fails_Leaves_No_Empty_Folder()
    {
        InstallScript($"mkdir {_folder.Path}/.dotnet; echo 'no space left'; exit 1");

        var result = await RunAsync("plan", "dev", "--yes");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no space left", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File(".dotnet")));
    }

    [Fact]
    public async Task A_Dotnet_That_Fails_For_Another_Reason_Has_The_Word()
    {
        Program("dotnet", "echo 'The disk is on fire.' >&2; exit 3");

        var result = await RunAsync("plan", "dev", "--yes");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"'{_folder.Path}/bin/dotnet --version' fails with exit code 3:\nThe disk is on fire.\n", result.Error);
    }

    [Fact]
    public async Task A_Broken_Dotnet_Gives_Way_To_One_That_Works()
    {
        Program("dotnet", "echo \"ran $*\"");
        Program("../.dotnet/dotnet", "exit 3");

        var result = await RunAsync("plan");

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("/Dockerland.Cli.dll plan\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Libicu_Dotnet_Goes_On_Without_Cultures()
    {
        Program("dotnet", """
            [ -n "$DOTNET_SYSTEM_GLOBALIZATION_INVARIANT" ] || { echo "Couldn't find a valid ICU package installed on the system." >&2; exit 134; }
            echo "invariant: $DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"
            """);

        var result = await RunAsync("plan");

        Assert.Equal((0, "invariant: 1\n"), (result.ExitCode, result.Output));
    }

    [Theory]
    [InlineData("bin", "")]
    [InlineData("no-such-folder", "artifacts/home")]
    [InlineData("global.json", "artifacts/home")]
    public async Task Without_A_Home_Dotnet_Gets_One_Under_Artifacts(string home, string given)
    {
        Program("dotnet", "echo \"home: ${DOTNET_CLI_HOME#*/dockerland-*/}\"");

        var result = await RunWithAsync(new() { ["HOME"] = Path.Combine(_folder.Path, home), ["DOTNET_CLI_HOME"] = null }, "plan");

        Assert.Equal((0, $"home: {given}\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task Yes_Gets_An_Sdk_And_Goes_On_With_The_Verb()
    {
        // It puts down a dotnet that prints how it is called.
        InstallScript($$"""
            mkdir {0}/.dotnet
            printf '%s\n' '#!/bin/bash' 'echo dotnet $*' > {0}/.dotnet/dotnet
            chmod +x {0}/.dotnet/dotnet
            echo "installed $*"
            """.Replace("{0}", _folder.Path, StringComparison.Ordinal));

        var result = await RunAsync("plan", "--yes", "dev");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"installed --channel 10.0 --install-dir {_folder.Path}/.dotnet", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("/Dockerland.Cli.dll plan dev\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_Are_Built_Once_And_Again_When_They_Change()
    {
        var dll = WithSources();
        Program("dotnet", $"[ \"$1\" != msbuild ] || {{ echo built >> {_folder.File("builds")}; touch {dll}; }}");

        await RunAsync("plan");
        await RunAsync("plan");
        Assert.Equal("built\n", await File.ReadAllTextAsync(_folder.File("builds")));

        File.SetLastWriteTimeUtc(_folder.File("cli/Program.cs"), DateTime.UtcNow.AddMinutes(1));
        await RunAsync("plan");
        Assert.Equal("built\nbuilt\n", await File.ReadAllTextAsync(_folder.File("builds")));
    }

    [Fact]
    public async Task Two_At_Once_Build_Once()
    {
        var dll = WithSources();
        // Slow enough for the other one to come.
        Program("dotnet", $"[ \"$1\" != msbuild ] || {{ echo built >> {_folder.File("builds")}; sleep 0.5; touch {dll}; }}");

        Assert.All(await Task.WhenAll(RunAsync("plan"), RunAsync("plan")), result => Assert.Equal(0, result.ExitCode));
        Assert.Equal("built\n", await File.ReadAllTextAsync(_folder.File("builds")));
    }

    [Fact]
    public async Task A_Build_That_Fails_Ends_The_Run()
    {
        Program("dotnet", "if [ \"$1\" = --version ]; then exit 0; fi; echo 'error CS0116' >&2; exit 1");

        var result = await RunAsync("plan");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error CS0116", result.Error, StringComparison.Ordinal);
    }

    // The command line's file, for whoever pretends to build it.
    private string WithSources()
    {
        foreach (var folder in new[] { "cli", "infra", "lambdas", "lib", "sdks", "artifacts/bin/Cli/debug" }) Directory.CreateDirectory(_folder.File(folder));
        File.WriteAllText(_folder.File("cli/Program.cs"), "");
        return _folder.File("artifacts/bin/Cli/debug/Dockerland.Cli.dll");
    }

    private void Program(string name, string body)
    {
        var file = _folder.File($"bin/{name}");
        File.WriteAllText(file, $"#!{_folder.Path}/bin/bash\n{body}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // What curl gets from Microsoft.
    private void InstallScript(string body)
    {
        File.WriteAllText(_folder.File("install.sh"), body);
        Program("curl", $"while [ \"$1\" != -o ]; do shift; done; cp {_folder.File("install.sh")} \"$2\"");
    }

    private Task<ToolResult> RunAsync(params string[] arguments) => RunWithAsync([], arguments);

    private Task<ToolResult> RunWithAsync(Dictionary<string, string?> environment, params string[] arguments) =>
        new Tool(_folder.File("bin/bash")) { Environment = new Dictionary<string, string?>(environment) { ["PATH"] = _folder.File("bin") }, Deadline = TimeSpan.FromMinutes(1) }
            .RunAsync([_folder.File("dockerland"), .. arguments]);
}

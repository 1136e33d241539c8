using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Dockerland.Cli.Testing;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Stack.Cli;

/// <summary>Runs <c>.ci/run</c> in a copy, where all that it starts does nothing and <c>./dockerland</c> prints what it is given.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class CiScriptTests : IDisposable
{
    private static readonly string[] Real = ["bash", "dirname", "readlink", "xargs"];
    private static readonly string[] Fake = ["docker", "dotnet", "git"];

    private readonly TempFolder _folder = new();

    public CiScriptTests()
    {
        File.Copy(Path.Combine(Support.Repository.Root, ".ci/run"), _folder.File("checkout/.ci/run"));
        foreach (var program in Real)
            File.CreateSymbolicLink(_folder.File($"bin/{program}"), Tool.Find(program) ?? throw new InvalidOperationException($"{program} isn't on PATH."));
        // Whatever it would install, so that nothing depends on what this machine has.
        foreach (var program in Fake.Concat(Installed().Match(File.ReadAllText(_folder.File("checkout/.ci/run"))).Groups[1].Value.Split(' ').Select(entry => entry.Split(':')[0])).Distinct())
            Program($"bin/{program}", "");
        Program("checkout/dockerland", $"echo \"required: ${Skips.RequireEngine}, pulumi: $(type -P pulumi)\"");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_Plugins_That_Reach_No_Cloud_Tests_May_Be_Skipped()
    {
        Program("bin/pulumi", "");

        Assert.Equal($"required: , pulumi: {_folder.Path}/bin/pulumi", await LastLineAsync());
    }

    [Fact]
    public async Task Plugins_On_The_Path_Must_Be_Used()
    {
        Program("bin/pulumi-standin", "");

        Assert.StartsWith("required: true,", await LastLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plugins_Beside_The_Checkout_Come_First_And_Must_Be_Used()
    {
        Program("bin/pulumi", "");
        Program("shared/bin/pulumi", "");

        Assert.Equal($"required: true, pulumi: {_folder.Path}/shared/bin/pulumi", await LastLineAsync());
    }

    private async Task<string> LastLineAsync()
    {
        var environment = new Dictionary<string, string?> { ["PATH"] = _folder.File("bin"), [Skips.RequireEngine] = null };
        var result = await new Tool(_folder.File("bin/bash")) { Environment = environment, Deadline = TimeSpan.FromMinutes(1) }
            .SucceedAsync(_folder.File("checkout/.ci/run"));
        return result.Output.TrimEnd().Split('\n')[^1];
    }

    [GeneratedRegex("for entry in (.+); do")]
    private static partial Regex Installed();

    private void Program(string path, string body)
    {
        var file = _folder.File(path);
        File.WriteAllText(file, $"#!{_folder.Path}/bin/bash\n{body}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

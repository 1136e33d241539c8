using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Support.Deployments;

/// <summary>
/// One stack of a program in a folder of its own, with its own state, passphrase and Pulumi home, run by the CLI on PATH.
/// Always a copy: <c>stack init</c> writes a salt into the stack's file, which must not reach the repository.
/// </summary>
public sealed class PulumiWorkspace : IDisposable
{
    private readonly TempFolder temp = new();
    private int runs;

    private PulumiWorkspace(string stack) => Stack = stack;

    public string Stack { get; }

    /// <summary>Where Pulumi.yaml lies.</summary>
    public string Folder => Path.Combine(temp.Path, "program");

    /// <summary>Variables for every following run, such as STANDIN_FAIL; null takes one away.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The repository's program with a stack of its checked-in settings.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <param name="binary">A built program to run; null lets the language host build the sources.</param>
    public static async Task<PulumiWorkspace> OfRepositoryAsync(string stack, string? binary)
    {
        return await CreateAsync(stack, async workspace =>
        {
            await Repository.CopyToAsync(workspace.Folder);
            foreach (var file in Directory.EnumerateFiles(workspace.Folder, "Pulumi.*.yaml"))
                await File.WriteAllTextAsync(file, StackFile.WithoutSecrets(await File.ReadAllTextAsync(file)));
            if (binary is not null) workspace.RunBinary(binary);
        });
    }

    /// <summary>A small program, given as its files' texts by path.</summary>
    public static async Task<PulumiWorkspace> OfFilesAsync(string stack, IReadOnlyDictionary<string, string> files)
    {
        return await CreateAsync(stack, async workspace =>
        {
            foreach (var (path, text) in files) await File.WriteAllTextAsync(workspace.temp.File(Path.Combine("program", path)), text);
        });
    }

    public Task<ToolResult> SetAsync(string key, string value) => Pulumi.SucceedAsync("config", "set", key, "--", value);

    public Task<ToolResult> SetSecretAsync(string key, string value) =>
        (Pulumi with { Input = value }).SucceedAsync("config", "set", "--secret", key);

    /// <summary>Sets a value inside an object or list: <c>dockerland:fleets.web.role</c>.</summary>
    public Task<ToolResult> SetPathAsync(string path, string value) => Pulumi.SucceedAsync("config", "set", "--path", path, "--", value);

    public Task<ToolResult> RemovePathAsync(string path) => Pulumi.SucceedAsync("config", "rm", "--path", path);

    public Task<PulumiRun> PreviewAsync(params string[] options) => RunAsync("preview", options);

    /// <summary>Creates and changes without a preview before it, which tests ask for by its own verb.</summary>
    public Task<PulumiRun> UpAsync(params string[] options) => RunAsync("up", ["--yes", "--skip-preview", .. options]);

    public Task<PulumiRun> RefreshAsync(params string[] options) => RunAsync("refresh", ["--yes", "--skip-preview", .. options]);

    /// <summary>Looks for drift and changes nothing; exits with 7 where there is some.</summary>
    public Task<PulumiRun> LookForDriftAsync() => RunAsync("refresh", ["--preview-only", "--expect-no-changes"]);

    public Task<PulumiRun> DestroyAsync(params string[] options) => RunAsync("destroy", ["--yes", "--skip-preview", .. options]);

    /// <summary>Lets everything go that the program protects.</summary>
    public Task<ToolResult> UnprotectAsync() => Pulumi.SucceedAsync("state", "unprotect", "--all", "--yes");

    /// <summary>Destroys as people do: the preview, which would refuse, comes first.</summary>
    public Task<PulumiRun> DestroyAfterPreviewAsync() => RunAsync("destroy", ["--yes"]);

    /// <summary>The stack's state, as text of JSON, with secrets as they are stored.</summary>
    public async Task<string> ExportAsync() => (await Pulumi.SucceedAsync("stack", "export")).Output;

    /// <summary>The stack's outputs, as text of JSON, with secrets masked.</summary>
    public async Task<string> OutputsAsync() => (await Pulumi.SucceedAsync("stack", "output", "--json")).Output;

    public void Dispose() => temp.Dispose();

    private Tool Pulumi => new("pulumi")
    {
        Folder = Folder,
        Deadline = Deadline,
        Environment = new Dictionary<string, string?>(Environment)
        {
            ["PULUMI_BACKEND_URL"] = $"file://{temp.File("state/.")}",
            ["PULUMI_HOME"] = temp.File("home"),
            ["PULUMI_CONFIG_PASSPHRASE"] = "a passphrase for tests",
            ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
            ["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"] = "true",
            // Never those of whoever runs the tests.
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_PROFILE"] = null,
            // The flag --event-log is among the commands for debugging.
            ["PULUMI_DEBUG_COMMANDS"] = "true",
        },
    };

    private static async Task<PulumiWorkspace> CreateAsync(string stack, Func<PulumiWorkspace, Task> fill)
    {
        var workspace = new PulumiWorkspace(stack);
        try
        {
            await fill(workspace);
            await workspace.Pulumi.SucceedAsync("stack", "init", stack);
            return workspace;
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    private async Task<PulumiRun> RunAsync(string verb, string[] options)
    {
        var number = ++runs;
        var events = temp.File($"runs/{number}-{verb}.events.jsonl");
        var calls = temp.File($"runs/{number}-{verb}.calls.jsonl");
        var pulumi = Pulumi;
        pulumi = pulumi with
        {
            Environment = new Dictionary<string, string?>(pulumi.Environment) { ["PULUMI_DEBUG_GRPC"] = calls },
        };
        var result = await pulumi.RunAsync([verb, "--non-interactive", "--color", "never", "--event-log", events, .. options]);
        return await PulumiRun.ReadAsync(result, events, calls);
    }

    private void RunBinary(string binary)
    {
        const string Sources = "runtime: dotnet\n";
        var project = Path.Combine(Folder, "Pulumi.yaml");
        var text = File.ReadAllText(project);
        if (!text.Contains(Sources, StringComparison.Ordinal)) throw new InvalidOperationException("Pulumi.yaml has no line 'runtime: dotnet'.");
        File.WriteAllText(project, text.Replace(Sources, $"runtime: {{ name: dotnet, options: {{ binary: {binary} }} }}\n", StringComparison.Ordinal));
    }
}

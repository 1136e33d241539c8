using System.Diagnostics;
using System.Text;

namespace Dockerland.Tests.Support.Processes;

/// <summary>A program that tests run: where, with which environment, and for how long at most.</summary>
public sealed record Tool(string File)
{
    /// <summary>The working folder; the current one by default.</summary>
    public string? Folder { get; init; }

    /// <summary>Variables set on top of this process's own; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>What the program reads from its standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>When the program and all that it started are killed.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The file of a program on PATH, or null.</summary>
    public static string? Find(string name) =>
        (System.Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(System.IO.File.Exists);

    /// <summary>Runs the program to its end, however it ends.</summary>
    public async Task<ToolResult> RunAsync(params string[] arguments)
    {
        using var process = new Process { StartInfo = StartInfo(arguments) };
        var output = new StringBuilder();
        var error = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WriteInputAsync(process);

        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"'{Text(arguments)}' did not end within {Deadline.TotalSeconds:0} s and was killed. It had printed:\n{Snapshot(output)}{Snapshot(error)}");
        }

        return new ToolResult(Text(arguments), process.ExitCode, Snapshot(output), Snapshot(error));
    }

    /// <summary>Runs the program and throws, with all that it printed, unless it exits with 0.</summary>
    public async Task<ToolResult> SucceedAsync(params string[] arguments) => (await RunAsync(arguments)).EnsureSuccess();

    internal ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(File)
        {
            WorkingDirectory = Folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return start;
    }

    internal static void Append(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.Append(line).Append('\n');
    }

    internal static string Snapshot(StringBuilder text)
    {
        lock (text) return text.ToString();
    }

    private string Text(string[] arguments) => string.Join(' ', [Path.GetFileName(File), .. arguments]);

    private async Task WriteInputAsync(Process process)
    {
        try
        {
            await process.StandardInput.WriteAsync(Input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program that never reads may be gone already; its exit code tells the story.
        }
    }
}

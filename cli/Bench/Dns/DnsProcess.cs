using System.Diagnostics;
using Dockerland.Contracts;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>A program that speaks Lambda's runtime API.</summary>
/// <param name="Bare">Arguments with which it ends at once; without <c>AWS_LAMBDA_RUNTIME_API</c>.</param>
internal sealed record DnsProgram(DnsWay Way, string File, string[] Arguments, string[] Bare);

/// <summary>Starts programs and times them.</summary>
/// <param name="home">Has no files of AWS's, as in Lambda.</param>
internal sealed class DnsProcess(string home)
{
    private const int WarmInvocations = 10;
    private const int LinesOfError = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<DnsSample> RunAsync(DnsProgram program, DnsAnswers answers, CancellationToken cancellationToken)
    {
        var pid = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        TimeSpan? cpu = null;
        using var server = new BenchServer(answers, 1 + WarmInvocations, () => cpu ??= ProcessFiles.CpuTime(pid.Task.Result));
        using var process = Create(program.File, program.Arguments);
        process.StartInfo.Environment["AWS_LAMBDA_RUNTIME_API"] = server.Address;
        process.StartInfo.Environment["AWS_ENDPOINT_URL"] = $"http://{server.Address}";
        var output = new List<string>();
        process.OutputDataReceived += (_, line) => Add(output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(output, line.Data);
        var start = Stopwatch.GetTimestamp();
        process.Start();
        try
        {
            pid.SetResult(process.Id);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var first = await Task.WhenAny(server.Done, process.WaitForExitAsync(cancellationToken), Task.Delay(Patience, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
            if (first != server.Done) throw new CliException("It ended, or took more than a minute.");
            return DnsSample.Of(await server.Done, answers.Calls, start, cpu!.Value, ProcessFiles.PeakBytes(process.Id));
        }
        catch (CliException error)
        {
            lock (output) throw new CliException($"{DnsTable.Name(program.Way)} with {answers.Instances} instances failed: {error.Message}\n{string.Join('\n', output.TakeLast(LinesOfError))}", error);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>How long the same program needs for nothing.</summary>
    public async Task<TimeSpan> RunBareAsync(DnsProgram program, CancellationToken cancellationToken)
    {
        using var process = Create(program.File, program.Bare);
        var start = Stopwatch.GetTimestamp();
        process.Start();
        await process.WaitForExitAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(start);
    }

    private Process Create(string file, string[] arguments)
    {
        var process = new Process { StartInfo = new(file, arguments) { WorkingDirectory = home, RedirectStandardOutput = true, RedirectStandardError = true } };
        var environment = process.StartInfo.Environment;
        var path = environment["PATH"];
        environment.Clear();
        foreach (var (name, value) in Variables) environment[name] = value;
        (environment["PATH"], environment["HOME"]) = (path, home);
        return process;
    }

    private static IEnumerable<(string Name, string Value)> Variables =>
    [
        ("AWS_REGION", "eu-central-1"), ("AWS_DEFAULT_REGION", "eu-central-1"),
        ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), ("AWS_SESSION_TOKEN", "token"),
        ("AWS_LAMBDA_FUNCTION_NAME", "dns-updater"), ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128"),
        // Version 2 tells at every start that it is an old one.
        ("AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE", "1"),
        (EnvironmentVariables.Stack, DnsTexts.Stack), (EnvironmentVariables.Environment, DnsTexts.Environment), (EnvironmentVariables.ZoneIds, DnsTexts.ZoneId),
    ];

    private static void Add(List<string> output, string? line)
    {
        if (line is null) return;
        lock (output) output.Add(line);
    }
}

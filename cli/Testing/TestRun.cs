namespace Dockerland.Cli.Testing;

/// <summary>Builds the solution once, runs the test projects one after another and reports over all of them.</summary>
/// <param name="SkipsFail">A skipped test fails the whole run.</param>
internal sealed record TestRun(Terminal Terminal, Repository Repository, bool SkipsFail)
{
    public async Task<int> ExecuteAsync(IReadOnlyList<string> projects, string? filter, CancellationToken cancellationToken)
    {
        await BuildAsync(cancellationToken);

        var results = Directory.CreateTempSubdirectory("dockerland-test-");
        try
        {
            var outcomes = new List<TestOutcome>();
            foreach (var project in projects)
                outcomes.AddRange(await RunProjectAsync(project, filter, results.FullName, cancellationToken));
            if (outcomes.Count == 0)
                throw new CliException(filter is null ? "There are no tests." : $"No test matches the filter '{filter}'.");

            foreach (var line in TestReport.Render(outcomes, SkipsFail))
                await Terminal.Out.WriteLineAsync(line);
            return TestReport.Succeeded(outcomes, SkipsFail) ? CommandLine.Success : CommandLine.Failure;
        }
        finally
        {
            results.Delete(recursive: true);
        }
    }

    private async Task BuildAsync(CancellationToken cancellationToken)
    {
        using var progress = TestProgress.Start(Terminal, "build");
        var lines = new List<string>();
        string[] arguments = ["build", "Stack.sln", "-nologo", "-v", "minimal", "-clp:NoSummary"];
        var code = await ChildProcess.RunAsync("dotnet", arguments, Repository.Root, Read, cancellationToken);
        if (code == 0)
            return;
        progress.Dispose();
        // MSBuild repeats an error per project that it stops.
        foreach (var line in lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().DefaultIfEmpty(string.Join('\n', lines)))
            await Terminal.Error.WriteLineAsync(line);
        throw new CliException("The build failed, so no test was run.");

        void Read(string line)
        {
            lines.Add(line);
            progress.Count("projects", line.Contains(" -> ", StringComparison.Ordinal));
        }
    }

    private async Task<IReadOnlyList<TestOutcome>> RunProjectAsync(string project, string? filter, string results, CancellationToken cancellationToken)
    {
        var file = Path.Combine(results, $"{project}.trx");
        string[] arguments =
        [
            "test", Repository.PathOf("tests", project, $"{project}.csproj"), "--no-build", "--nologo",
            "--results-directory", results, "--logger", $"trx;LogFileName={project}.trx", "--logger", "console;verbosity=normal",
            // A test that hangs is named and ends its project, rather than the machine's patience.
            "--blame-hang", "--blame-hang-timeout", "20m", "--blame-hang-dump-type", "none",
            .. filter is null ? Array.Empty<string>() : ["--filter", filter],
        ];
        var lines = new List<string>();
        using var progress = TestProgress.Start(Terminal, project);
        var code = await ChildProcess.RunAsync("dotnet", arguments, Repository.Root, Read, cancellationToken);

        IReadOnlyList<TestOutcome> outcomes = File.Exists(file) ? TrxFile.Parse(project, await File.ReadAllTextAsync(file, cancellationToken)) : [];
        var explained = code == 0 ? filter is not null || outcomes.Count > 0 : outcomes.Any(outcome => outcome.Verdict == Verdict.Failed);
        if (explained)
            return outcomes;
        // A crash, or a project whose tests aren't found: no test failed, and yet nothing was proven.
        var what = $"dotnet test ended with exit code {code} after {outcomes.Count} tests";
        return [.. outcomes, new(project, what, Verdict.Failed, string.Join('\n', lines.TakeLast(40)))];

        void Read(string line)
        {
            lines.Add(line);
            progress.Count("tests", TestProgress.IsResult(line));
        }
    }
}

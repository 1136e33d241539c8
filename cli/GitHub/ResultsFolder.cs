using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dockerland.Cli.GitHub;

/// <summary>
/// Reads what the jobs of a workflow left behind: STACK.txt, STACK.log and STACK.code of a plan, STACK.preview.json of a preview.
/// For a pull request all of it was written by code that nobody has looked at yet, so nothing in it is taken at its word.
/// </summary>
internal static class ResultsFolder
{
    private const int MostCharacters = 1_000_000;

    /// <param name="stacks">Those that were to be looked at; one without a file has no results.</param>
    public static ImmutableArray<StackResult> Read(string folder, IEnumerable<string> stacks) => Directory.Exists(folder)
        ? [.. stacks.Select(stack => new StackResult(stack, ReadPlan(folder, stack), ReadPreview(folder, stack)))]
        : [.. stacks.Select(stack => new StackResult(stack, null, null))];

    private static PlanResult? ReadPlan(string folder, string stack) => Text(folder, $"{stack}.code") is { } code
        ? new(
            int.TryParse(code, NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : CommandLine.Failure,
            Text(folder, $"{stack}.txt") ?? "",
            Text(folder, $"{stack}.log") ?? "")
        : null;

    private static PreviewResult? ReadPreview(string folder, string stack)
    {
        if (Text(folder, $"{stack}.preview.json") is not { } json) return null;
        try
        {
            return PreviewResult.Parse(json);
        }
        catch (JsonException)
        {
            return new(CommandLine.Failure, 0, []);
        }
    }

    private static string? Text(string folder, string name)
    {
        var file = Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Select(path => new FileInfo(path)).FirstOrDefault();
        // A link could lead to what this process alone may read.
        if (file is null || file.LinkTarget is not null || file.Attributes.HasFlag(FileAttributes.ReparsePoint) || IsBelowLink(file, folder)) return null;

        using var reader = new StreamReader(file.FullName, Encoding.UTF8);
        var buffer = new char[MostCharacters];
        return new(buffer, 0, reader.ReadBlock(buffer));
    }

    private static bool IsBelowLink(FileInfo file, string folder)
    {
        for (var parent = file.Directory; parent is not null && parent.FullName != Path.GetFullPath(folder); parent = parent.Parent)
            if (parent.LinkTarget is not null)
                return true;

        return false;
    }
}

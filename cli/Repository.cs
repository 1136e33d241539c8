namespace Dockerland.Cli;

/// <summary>The checkout that the command line works on.</summary>
internal sealed record Repository(string Root)
{
    // Not Pulumi.yaml: where the checkout lacks it, that of a project around it would be taken.
    private static readonly string[] Marks = ["dockerland", "Stack.sln"];

    /// <summary>The closest folder at or above <paramref name="start"/> that holds the script and the solution.</summary>
    public static Repository Containing(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Marks.All(mark => File.Exists(Path.Combine(folder.FullName, mark))))
                return new(folder.FullName);
        }
        throw new CliException($"No folder at or above '{start}' holds {string.Join(" and ", Marks)}. Run ./dockerland in a checkout of the repository.");
    }

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}

namespace Dockerland.Cli;

/// <summary>The checkout that the command line works on.</summary>
internal sealed record Repository(string Root)
{
    /// <summary>The closest folder at or above <paramref name="start"/> that holds a Pulumi project.</summary>
    public static Repository Containing(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
                return new(folder.FullName);
        }
        throw new CliException($"There is no Pulumi.yaml in or above '{start}'. Run ./dockerland in a checkout of the repository.");
    }

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}

using Dockerland.Infra.Settings;

namespace Dockerland.Infra;

/// <summary>All that the stack is made from; whoever has it needs neither the engine's environment nor the sources.</summary>
public sealed record StackInputs(StackSettings Settings, ImageSource Webapp)
{
    private const string ProjectFile = "Pulumi.yaml";

    /// <summary>From a configuration and the repository that holds the images' sources.</summary>
    public static StackInputs Read(StackConfig config, string repository, MissingSecrets missing = MissingSecrets.FollowStack) =>
        new(SettingsReader.Read(config with { Images = ImageSource.Names(repository) }, missing), ImageSource.Read(repository, ComponentNames.Webapp));

    /// <summary>As the engine runs the program: with its configuration, somewhere in the repository.</summary>
    public static StackInputs FromEnvironment() => Read(StackConfig.FromEnvironment(), FindRepository(Directory.GetCurrentDirectory()));

    private static string FindRepository(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, ProjectFile)))
                return folder.FullName;

        throw new Pulumi.RunException($"Folder '{start}' is in no repository: neither it nor one above has a {ProjectFile}. Run pulumi in the repository.");
    }
}

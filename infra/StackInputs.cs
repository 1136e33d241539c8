using System.Collections.Immutable;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra;

/// <summary>All that the stack is made from; whoever has it needs neither the engine's environment nor the sources.</summary>
/// <param name="Images">Ours and what containers are built of beside them, by the name of their folder, which is also their component's.</param>
public sealed record StackInputs(StackSettings Settings, ImmutableSortedDictionary<string, ImageSource> Images, PackageSource Updater)
{
    private const string ProjectFile = "Pulumi.yaml";

    /// <summary>From a configuration and the repository that holds the images' sources.</summary>
    public static StackInputs Read(StackConfig config, string repository, MissingSecrets missing = MissingSecrets.FollowStack)
    {
        var settings = SettingsReader.Read(config with { Images = ImageSource.Names(repository) }, missing);
        var used = settings.Fleets.Values.SelectMany(fleet => fleet.Containers.Values).Select(container => container.Build).Where(build => build is not "");
        return new(
            settings,
            ComponentNames.Images.Union(used).ToImmutableSortedDictionary(name => name, name => ImageSource.Read(repository, name, settings.Architecture), StringComparer.Ordinal),
            PackageSource.ReadUpdater(repository, settings.Architecture));
    }

    /// <summary>As the engine runs the program: with its configuration, somewhere in the repository, where it makes what Docker builds of.</summary>
    public static StackInputs FromEnvironment()
    {
        var repository = FindRepository(Directory.GetCurrentDirectory());
        var inputs = Read(StackConfig.FromEnvironment(), repository);
        foreach (var image in inputs.Images.Values) image.Copy(repository);
        return inputs;
    }

    private static string FindRepository(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, ProjectFile)))
                return folder.FullName;

        throw new Pulumi.RunException($"Folder '{start}' is in no repository: neither it nor one above has a {ProjectFile}. Run pulumi in the repository.");
    }
}

using System.Xml.Linq;
using Pulumi;

namespace Dockerland.Infra;

/// <summary>A program of ours that runs elsewhere than here, and where it lies once it is published.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Project">Its project's folder in the repository.</param>
/// <param name="Program">What it is called where it runs.</param>
/// <param name="Architecture">What it is to run on: <c>amd64</c> or <c>arm64</c>.</param>
/// <param name="Hash">Of all that it is built from; the same on every machine.</param>
public sealed record PackageSource(string Name, string Project, string Program, string Architecture, string Hash)
{
    public const string DnsUpdater = "dns-updater";

    // What Lambda starts.
    private const string Function = "bootstrap";
    private const string Agent = "agent";
    private const string AgentSuffix = "-agent";
    private const string ImageFolder = "images";
    private const int HashLength = 16;
    private const string StandIns = "sdks";

    // By which all are built.
    private static readonly string[] SharedFiles = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Publish.props", "global.json", $"{StandIns}/Directory.Build.props", $"{StandIns}/Directory.Build.targets"];

    /// <summary>In the repository; by the hash, so that what is there already is what its sources make. Lambda takes an archive, an image the program.</summary>
    public string Archive => $"artifacts/packages/{Name}/{Hash}/{(Program is Function ? "package.zip" : Program)}";

    public static PackageSource ReadUpdater(string repository, string architecture) => Read(repository, DnsUpdater, "lambdas/DnsUpdater", Function, architecture);

    /// <summary>The program that is copied into an image of ours; null for an image without.</summary>
    public static PackageSource? FindAgent(string repository, string image, string architecture) =>
        $"{ImageFolder}/{image}/{Agent}" is var project && Directory.Exists(Path.Combine(repository, project)) ? Read(repository, $"{image}{AgentSuffix}", project, Agent, architecture) : null;

    /// <summary>By what the command line calls it.</summary>
    public static PackageSource Read(string repository, string name, string architecture) => name is DnsUpdater
        ? ReadUpdater(repository, architecture)
        : FindAgent(repository, name.Replace(AgentSuffix, "", StringComparison.Ordinal), architecture) ?? throw new RunException($"There is no package '{name}'. There are: {string.Join(", ", Names(repository))}.");

    /// <summary>What the command line calls them all.</summary>
    public static IReadOnlyList<string> Names(string repository) =>
        [DnsUpdater, .. ImageSource.Names(repository).Where(image => Directory.Exists(Path.Combine(repository, ImageFolder, image, Agent))).Select(image => image + AgentSuffix)];

    private static PackageSource Read(string repository, string name, string project, string program, string architecture)
    {
        var folder = Path.Combine(repository, project);
        if (!Directory.Exists(folder)) throw new RunException($"Package '{name}' has no sources: folder '{folder}' is missing. Run in a whole checkout.");

        var files = ProjectsFrom(folder, Path.Combine(repository, StandIns)).Distinct().SelectMany(source => SourceFiles.In(source, repository))
            .Concat(SharedFiles.Select(file => (Path: Path.Combine(repository, file), Name: file)).Where(file => File.Exists(file.Path)));
        return new(name, project, program, architecture, $"{architecture}-{SourceFiles.Hash(files)[..HashLength]}");
    }

    // The project's folder, and those of the projects and stand-ins that it refers to.
    private static IEnumerable<string> ProjectsFrom(string folder, string standIns)
    {
        var projects = Directory.EnumerateFiles(folder, "*.csproj").Select(XDocument.Load).ToArray();
        var folders = Included(projects, "ProjectReference").Select(project => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder, project.Replace('\\', '/'))))!)
            .Concat(Included(projects, "PackageReference").Select(id => Path.Combine(standIns, id)).Where(Directory.Exists));
        return folders.SelectMany(referred => ProjectsFrom(referred, standIns)).Prepend(Path.GetFullPath(folder));
    }

    private static IEnumerable<string> Included(IEnumerable<XDocument> projects, string item) =>
        projects.SelectMany(project => project.Descendants(item)).Select(reference => reference.Attribute("Include")?.Value).OfType<string>();
}

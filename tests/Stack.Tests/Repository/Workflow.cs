using YamlDotNet.RepresentationModel;

namespace Dockerland.Tests.Stack.Repository;

/// <summary>A workflow of GitHub's, as YAML.</summary>
internal sealed record Workflow(string Path, string Text, YamlMappingNode Root)
{
    public static IReadOnlyList<Workflow> All { get; } =
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Support.Repository.Root, ".github", "workflows")).Order(StringComparer.Ordinal).Select(file => Read($".github/workflows/{System.IO.Path.GetFileName(file)}")),
    ];

    public IEnumerable<KeyValuePair<YamlNode, YamlNode>> Jobs => ((YamlMappingNode)Root["jobs"]).Children;

    public IEnumerable<YamlMappingNode> Steps => Jobs
        .SelectMany(job => Find(job.Value, "steps") is YamlSequenceNode steps ? steps.Children : [])
        .Cast<YamlMappingNode>();

    /// <summary>The steps that use an action.</summary>
    public IEnumerable<YamlMappingNode> Uses(string action) => Steps.Where(step => Find(step, "uses")?.ToString().StartsWith($"{action}@", StringComparison.Ordinal) is true);

    public IEnumerable<string> Scripts => Steps.Select(step => Find(step, "run")).OfType<YamlScalarNode>().Select(run => run.Value!);

    public static Workflow Read(string path)
    {
        var text = TrackedFiles.Read(path);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return new(path, text, (YamlMappingNode)yaml.Documents[0].RootNode);
    }

    public static YamlNode? Find(YamlNode node, string key) => node is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out var value) ? value : null;

    public YamlNode Job(string name) => Jobs.Single(job => job.Key.ToString() == name).Value;

    /// <summary>The script of the step of a name.</summary>
    public string Script(string step) => Find(Steps.Single(candidate => Find(candidate, "name")?.ToString() == step), "run")!.ToString();

    public override string ToString() => Path;
}

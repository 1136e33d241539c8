using System.CommandLine;
using YamlDotNet.RepresentationModel;

namespace Dockerland.Cli.Documentation;

/// <summary><c>settings</c>: prints the reference of all settings.</summary>
internal static class SettingsVerb
{
    private const string ProjectFile = "Pulumi.yaml";

    public static Command Create(Terminal terminal, Repository repository)
    {
        var verb = new Command("settings", "Print what a stack and its fleets can be set to");
        verb.SetAction((_, _) => terminal.Out.WriteAsync(Render(repository)));
        return verb;
    }

    public static string Render(Repository repository)
    {
        var project = new YamlStream();
        project.Load(new StringReader(File.ReadAllText(repository.PathOf(ProjectFile))));
        var keys = (YamlMappingNode)project.Documents[0].RootNode["config"];
        return SettingsPage.Render(keys.ToDictionary(key => key.Key.ToString(), key => key.Value["description"].ToString()));
    }
}

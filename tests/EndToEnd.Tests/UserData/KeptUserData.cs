using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;
using Dockerland.Tests.Infra.UserData;
using Dockerland.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Dockerland.Tests.EndToEnd.UserData;

/// <summary>User-data for the tools that read it: what is kept for the tests of renderers, and a host that is hostile in every setting.</summary>
internal static class KeptUserData
{
    public const string Hostile = "hostile";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Stack.Tests/Infra/UserData/golden");
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The names of those for hosts with systemd.</summary>
    public static TheoryData<string> WithSystemd => [.. Cases.Where(name => name is not "rancheros")];

    private static IEnumerable<string> Cases => Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Append(Hostile).Order(StringComparer.Ordinal);

    /// <summary>The container whose every text is hostile.</summary>
    public static ContainerSpec Container { get; } = new()
    {
        Name = "web",
        Image = "web:1",
        Settings = new() { Command = [.. HostileText.AnyText], Volumes = [.. HostileText.OneLine], Health = new() { Command = HostileText.AnyText[3] } },
        Environment = HostileText.AnyText
            .Select((text, index) => KeyValuePair.Create($"VALUE_{index}", string.Concat(text.Where(character => !char.IsControl(character) || character is '\n' or '\t'))))
            .ToImmutableSortedDictionary(StringComparer.Ordinal),
        Secrets = HostileText.AnyText.Select((text, index) => KeyValuePair.Create($"SECRET_{index}", text)).ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    public static string Read(string name) => name is Hostile ? HostUserData.Render(Host) : File.ReadAllText(Path.Combine(Folder, name, "user-data.yaml"));

    /// <summary>Path → content of the files that user-data makes.</summary>
    public static IReadOnlyDictionary<string, string> Files(string name)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Read(name)));
        return ((YamlSequenceNode)yaml.Documents[0].RootNode["write_files"]).ToDictionary(file => file["path"].ToString(), file => ((YamlScalarNode)file["content"]).Value!);
    }

    /// <summary>Writes the files below a folder, as they land on a host.</summary>
    public static void Write(string name, TempFolder folder)
    {
        foreach (var (path, content) in Files(name)) File.WriteAllText(folder.File(path.TrimStart('/')), content);
    }

    private static HostSpec Host => new()
    {
        Region = "eu-central-1",
        Timezone = HostileText.AnyText[4],
        Administrators = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("ada", [.. HostileText.AnyText]),
        Packages = [.. HostileText.AnyText],
        LogGroup = HostileText.AnyText[5],
        Logins = [.. HostileText.OneLine.Select((text, index) => new PasswordLogin($"r{index}.example.com", text, text))],
        Agents = ImmutableSortedDictionary<string, AgentSettings>.Empty.Add("agent", new()
        {
            Packages = [.. HostileText.AnyText],
            Services = [.. HostileText.AnyText],
            Downloads = [.. HostileText.AnyText.Select(text => new DownloadSettings { Url = text, Sha256 = text })],
            Files = HostileText.AnyText.Select((text, index) => KeyValuePair.Create($"/etc/agent/{index}", text + "\n")).ToImmutableSortedDictionary(StringComparer.Ordinal),
            Secrets = None.Add("KEY", HostileText.AnyText[6]),
        }),
        Swarm = new(HostileText.AnyText[7], HostileText.AnyText[8]),
        Containers = [Container],
    };
}

using Dockerland.Infra.UserData;
using YamlDotNet.Serialization;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>User-data as a host reads it.</summary>
internal sealed class RenderedHost
{
    private RenderedHost(Dictionary<string, object> document) => Document = document;

    public Dictionary<string, object> Document { get; }

    /// <summary>Path → content.</summary>
    public Dictionary<string, string> Files => Items("write_files").ToDictionary(file => (string)file["path"], file => (string)file["content"]);

    public static RenderedHost Of(HostSpec host)
    {
        var text = HostUserData.Render(host);
        Assert.StartsWith("#cloud-config\n", text, StringComparison.Ordinal);
        return new(new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(text));
    }

    /// <summary>A list of maps, by a path of keys with dots between.</summary>
    public IEnumerable<Dictionary<string, object>> Items(string key) =>
        ((List<object>)Document[key]).OfType<Dictionary<object, object>>().Select(Texts);

    public static Dictionary<string, object> Texts(object map) =>
        ((Dictionary<object, object>)map).ToDictionary(entry => (string)entry.Key, entry => entry.Value);

    public string ModeOf(string path) => (string)Items("write_files").Single(file => (string)file["path"] == path)["permissions"];

    public string Unit(string name) => Files[$"/etc/systemd/system/{name}"];
}

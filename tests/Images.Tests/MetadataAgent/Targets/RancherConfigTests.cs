using Dockerland.MetadataAgent.Targets;
using YamlDotNet.Serialization;

namespace Dockerland.Tests.Images.MetadataAgent.Targets;

public sealed class RancherConfigTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("a \"b\" \\ $HOME %n: # - ' ü")]
    [InlineData("two\nlines\tand\u001b")]
    [InlineData("yes")]
    [InlineData("")]
    public void Values_Are_Read_As_They_Were(string value)
    {
        var rancher = Read(RancherConfig.Render(new Dictionary<string, string> { ["docker.note"] = value }, new Dictionary<string, string> { ["NOTE"] = value }));

        Assert.Equal(($"--label=docker.note={value}", value), (Assert.Single((List<object>)Part(rancher, "docker", "extra_args")), Part(rancher, "environment", "NOTE")));
    }

    [Fact]
    public void What_Is_Gone_Is_Gone_There_Too()
    {
        var rancher = Read(RancherConfig.Render(new Dictionary<string, string>(), new Dictionary<string, string>()));

        Assert.Empty((List<object>)Part(rancher, "docker", "extra_args"));
    }

    private static Dictionary<object, object> Read(string text) => (Dictionary<object, object>)new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(text)["rancher"];

    private static object Part(Dictionary<object, object> rancher, string first, string second) => ((Dictionary<object, object>)rancher[first])[second];
}

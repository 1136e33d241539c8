using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class HostRulesTests
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private static readonly ContainerSpec Web = new() { Name = "web", Image = "web:1" };
    private static readonly HostSpec Host = new() { Region = "eu-central-1", Containers = [Web] };

    private static readonly Dictionary<string, HostSpec> Wrong = new()
    {
        ["Container name 'a b' isn't one that Docker and systemd take: letters, digits, '_', '.' and '-', beginning with a letter or digit."] = With(Web with { Name = "a b" }),
        ["Container name '../etc' isn't one that Docker and systemd take: letters, digits, '_', '.' and '-', beginning with a letter or digit."] = With(Web with { Name = "../etc" }),
        ["Container name 'metadata' is that of the host's own. Choose another."] = With(Web with { Name = "metadata" }) with { Metadata = new("m:1", None) },
        ["Container name 'docker' is that of a unit of the host's own, docker.service. Choose another."] = With(Web with { Name = "docker" }),
        ["Container name 'web' is that of a unit or package of the agent 'tool'. Choose another."] = With(new AgentSettings { Services = ["web.service"] }),
        ["Environment variable 'dockerland_name' of container 'web' has a name that begins with 'dockerland_', as those of the program that starts the container; choose another name."] = With(Web with { Environment = None.Add("dockerland_name", "x") }),
        ["Environment variable 'A-B' of container 'web' isn't a name: letters, digits and '_', not beginning with a digit."] = With(Web with { Environment = None.Add("A-B", "x") }),
        ["Environment variable 'VALUE' of container 'web' has a control character; systemd takes newlines and tabs only."] = With(Web with { Environment = None.Add("VALUE", "a\rb") }),
        ["Environment variable 'HOME' of container 'web' has several lines, which this variable can't have. Set it in the image."] = With(Web with { Environment = None.Add("HOME", "a\nb") }),
        ["Environment variable 'KEY' of container 'web' is both a value and a secret. Remove one."] = With(Web with { Environment = None.Add("KEY", "x"), Secrets = None.Add("KEY", "/key") }),
        ["Secret 'PATH' of container 'web' has the name of a variable that its unit needs for itself. Choose another."] = With(Web with { Secrets = None.Add("PATH", "/key") }),
        ["Administrator 'Ada L' isn't a user's name: small letters, digits, '-' and '_', at most 32, beginning with a letter or '_'."] = Host with { Administrators = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("Ada L", ["key"]) },
        ["Registry user of 'r.example.com' has a control character; it is one line of plain text."] = Host with { Logins = [new PasswordLogin("r.example.com", "a\nb", "/password")] },
        ["File 'etc/x' of agent 'tool' isn't an absolute path."] = With(new AgentSettings { Files = None.Add("etc/x", "x") }),
        ["File 'tool.service' of agent 'tool' is empty. Remove it."] = With(new AgentSettings { Units = None.Add("tool.service", "") }),
        ["File '/etc/x' of agent 'tool' has {logGroup}, but the host has no log group. Give it one, or leave the file out."] = With(new AgentSettings { Files = None.Add("/etc/x", "group={logGroup}") }),
        ["Source of repository 'tool' of agent 'tool' has a control character; it is one line of plain text."] = With(new AgentSettings { Repositories = HostCases.Repository("a\nb", "key") }),
        ["Container 'web' has secrets, which hosts with RancherOS can't read. Remove them, or set another system."] = With(Web with { Secrets = None.Add("KEY", "/key") }) with { System = HostSystem.RancherOs },
        ["Hosts with RancherOS can't have agents. Remove them, or set another system."] = With(new AgentSettings()) with { System = HostSystem.RancherOs },
        ["Hosts with RancherOS join no Swarm by a token. Set rancher.discovery, or another system."] = Host with { Swarm = new("m:2377", "/token"), System = HostSystem.RancherOs },
    };

    public static TheoryData<string> Messages => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void What_Would_Not_Work_Is_Refused(string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => HostUserData.Render(Wrong[message])).Message);

    private static HostSpec With(ContainerSpec container) => Host with { Containers = [container] };

    private static HostSpec With(AgentSettings agent) => Host with { Agents = ImmutableSortedDictionary<string, AgentSettings>.Empty.Add("tool", agent) };
}

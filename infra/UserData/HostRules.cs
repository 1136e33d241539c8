using System.Text.RegularExpressions;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>Refuses what can be written down for a host but wouldn't work on it.</summary>
internal static partial class HostRules
{
    public static void Check(HostSpec host)
    {
        foreach (var container in host.Containers) CheckContainer(host, container);
        foreach (var (name, agent) in host.Agents) CheckAgent(host, name, agent);
        foreach (var login in host.Logins.OfType<PasswordLogin>())
            OneLine($"Registry server '{login.Server}'", login.Server, $"Registry user of '{login.Server}'", login.User);
        foreach (var name in host.Administrators.Keys)
            Refuse(!UserName().IsMatch(name), $"Administrator '{name}' isn't a user's name: small letters, digits, '-' and '_', at most 32, beginning with a letter or '_'.");
        if (host.System is HostSystem.RancherOs) CheckRancherOs(host);
    }

    private static void CheckContainer(HostSpec host, ContainerSpec container)
    {
        Refuse(!FileName().IsMatch(container.Name), $"Container name '{container.Name}' isn't one that Docker and systemd take: letters, digits, '_', '.' and '-', beginning with a letter or digit.");
        Refuse(host.Metadata is not null && SystemdUnit.NameOf(container) is SystemdUnit.Metadata, $"Container name '{container.Name}' is that of the host's own. Choose another.");
        Refuse(HostUnits.AreTaken(container.Name), $"Container name '{container.Name}' is that of a unit of the host's own, {SystemdUnit.NameOf(container)}. Choose another.");
        if (host.Agents.FirstOrDefault(agent => HostUnits.IsOf(container.Name, agent.Value)).Key is { } taken)
            throw new ArgumentException($"Container name '{container.Name}' is that of a unit or package of the agent '{taken}'. Choose another.");
        foreach (var (name, value) in container.Environment)
        {
            CheckVariable(container, name);
            Refuse(value.Any(character => char.IsControl(character) && character is not ('\n' or '\t')), $"Environment variable '{name}' of container '{container.Name}' has a control character; systemd takes newlines and tabs only.");
            Refuse(UnitVariables.IsOwn(name) && value.Contains('\n', StringComparison.Ordinal), $"Environment variable '{name}' of container '{container.Name}' has several lines, which this variable can't have. Set it in the image.");
            Refuse(container.Secrets.ContainsKey(name), $"Environment variable '{name}' of container '{container.Name}' is both a value and a secret. Remove one.");
        }

        foreach (var name in container.Secrets.Keys)
        {
            CheckVariable(container, name);
            Refuse(UnitVariables.IsOwn(name), $"Secret '{name}' of container '{container.Name}' has the name of a variable that its unit needs for itself. Choose another.");
        }
    }

    private static void CheckVariable(ContainerSpec container, string name)
    {
        Refuse(!EnvironmentVariables.IsName(name), $"Environment variable '{name}' of container '{container.Name}' isn't a name: letters, digits and '_', not beginning with a digit.");
        if (UnitVariables.Problem(name) is { } problem) throw new ArgumentException($"Environment variable '{name}' of container '{container.Name}' {problem}.");
    }

    private static void CheckAgent(HostSpec host, string name, AgentSettings agent)
    {
        Refuse(!FileName().IsMatch(name), $"Agent name '{name}' can't name a file: letters, digits, '_', '.' and '-', beginning with a letter or digit.");
        foreach (var (repository, settings) in agent.Repositories)
        {
            Refuse(!FileName().IsMatch(repository), $"Repository '{repository}' of agent '{name}' can't name a file: letters, digits, '_', '.' and '-', beginning with a letter or digit.");
            OneLine($"Source of repository '{repository}' of agent '{name}'", settings.Source);
        }

        foreach (var path in agent.Files.Keys)
            Refuse(!path.StartsWith('/') || path.EndsWith('/'), $"File '{path}' of agent '{name}' isn't an absolute path.");
        foreach (var (path, text) in agent.Files.Concat(agent.Units))
        {
            Refuse(text is "", $"File '{path}' of agent '{name}' is empty. Remove it.");
            Refuse(host.LogGroup is null && AgentPlaceholders.NamesLogGroup(text), $"File '{path}' of agent '{name}' has {AgentPlaceholders.LogGroup}, but the host has no log group. Give it one, or leave the file out.");
        }
    }

    // It has neither systemd nor the AWS command, which all of these need.
    private static void CheckRancherOs(HostSpec host)
    {
        foreach (var container in host.Containers)
            Refuse(!container.Secrets.IsEmpty, $"Container '{container.Name}' has secrets, which hosts with RancherOS can't read. Remove them, or set another system.");
        Refuse(!host.Agents.IsEmpty, "Hosts with RancherOS can't have agents. Remove them, or set another system.");
        Refuse(host.Swarm is not null, "Hosts with RancherOS join no Swarm by a token. Set rancher.discovery, or another system.");
    }

    private static void OneLine(params ReadOnlySpan<string> namesAndTexts)
    {
        for (var index = 0; index < namesAndTexts.Length; index += 2)
            Refuse(namesAndTexts[index + 1].Any(char.IsControl), $"{namesAndTexts[index]} has a control character; it is one line of plain text.");
    }

    private static void Refuse(bool wrong, string message)
    {
        if (wrong) throw new ArgumentException(message);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]+\z")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^[a-z_][a-z0-9_-]{0,31}\z")]
    private static partial Regex UserName();
}

using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>Reads one of <c>dockerland:agents</c>, and other packages that hosts install.</summary>
internal static class AgentReader
{
    private const string UrlExample = "https://packages.example.com/{architecture}/agent.deb";

    public static AgentSettings Read(string name, ConfigSection agents)
    {
        if (agents.Section(name, SettingKeys.Of<AgentSettings>()) is not { } section) return new();

        return new()
        {
            Repositories = section.Named("repositories", "repository", HostRules.AgentName, ReadRepository),
            Packages = section.List("packages", [], [name], HostRules.Package, mayBeEmpty: true),
            Downloads = [.. section.Sections("downloads", SettingKeys.Of<DownloadSettings>()).Select(ReadDownload)],
            Files = section.Texts("files", HostRules.File),
            Units = section.Texts("units", HostRules.UnitFile),
            Secrets = section.Texts("secrets", ReadSecret),
            Services = section.List("services", [], [$"{name}.service"], HostRules.Unit, mayBeEmpty: true),
        };
    }

    public static DownloadSettings ReadDownload(ConfigSection section) => new()
    {
        Url = section.Text("url", null, UrlExample, HostRules.DownloadUrl),
        Sha256 = section.Text("sha256", "", "\"$(sha256sum agent.deb | cut -c 1-64)\"", HostRules.Sha256),
    };

    private static RepositorySettings ReadRepository(string name, ConfigSection repositories)
    {
        if (repositories.Section(name, SettingKeys.Of<RepositorySettings>()) is not { } section) return new() { Source = "", Key = "" };

        return new()
        {
            Source = section.Text("source", null, "https://apt.example.com stable main", HostRules.RepositorySource),
            Key = section.Text("key", null, "https://yum.example.com/key.asc", HostRules.SigningKey),
        };
    }

    private static string? ReadSecret(string variable, string parameter) =>
        EnvironmentVariables.IsName(variable) ? Rules.Parameter(parameter) : "has a name that is not letters, digits and '_', beginning with no digit";
}

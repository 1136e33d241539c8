using System.Text.RegularExpressions;
using Dockerland.Contracts;
using Dockerland.Infra.UserData;

namespace Dockerland.Infra.Settings;

/// <summary>What containers may be given; see <see cref="Rules"/> for the form.</summary>
internal static partial class ContainerRules
{
    /// <summary>What every host runs beside its fleet's containers.</summary>
    public const string Metadata = "metadata";

    public static string? Name(string value) =>
        value is Metadata ? "is the container that every host runs; choose another name"
        : HostUnits.AreTaken(value) ? $"is the name of a unit of the hosts, {value}.service, whose place it would take; choose another"
        : NamePattern().IsMatch(value) ? null
        : "is not a container's name: 2 to 63 small letters, digits, '_' and '-', beginning with a letter or digit";

    public static string? Port(string value) =>
        PortMapping.Find(value) is null ? "is not HOST:CONTAINER, two ports from 1 to 65535, perhaps with /tcp or /udp behind" : null;

    public static string? Variable(string name, string value) => name switch
    {
        EnvironmentVariables.Domain => "is given by the setting 'domain'; leave the variable out",
        _ => Rules.Variable(name, value),
    };

    public static string? Secret(string name, string value) =>
        UnitVariables.IsOwn(name) ? "has the name of a variable that its unit needs for itself; choose another" : Variable(name, "") ?? Rules.Parameter(value);

    public static string? Volume(string value) =>
        VolumePattern().IsMatch(value) ? null : "is not SOURCE:PATH or SOURCE:PATH:ro, a volume's name or a path of the host and an absolute path";

    public static string? Command(string value) => value is "" ? "is empty" : Rules.Any(value);

    public static string? Network(string value) =>
        NetworkPattern().IsMatch(value) ? null : "is neither bridge, host nor the name of a network: letters, digits, '_', '.' and '-'";

    public static string? Domain(string value) =>
        value.Split(' ').Select(DomainName.Problem).FirstOrDefault(problem => problem is not null) is { } problem ? $"has a name that {problem}" : null;

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_-]{1,62}\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^([A-Za-z0-9][A-Za-z0-9_.-]*|(/[A-Za-z0-9_.@+-]+)+/?|/):(/[A-Za-z0-9_.@+-]+)+/?(:r[ow])?\z")]
    private static partial Regex VolumePattern();

    [GeneratedRegex(@"^(?!(none|container|default)\z)[A-Za-z0-9][A-Za-z0-9_.-]{0,62}\z")]
    private static partial Regex NetworkPattern();
}

using System.Globalization;

namespace Dockerland.Agents;

/// <summary>Times as people set them: whole seconds, within limits.</summary>
public static class Seconds
{
    /// <param name="variable">Gives a variable's value.</param>
    /// <returns>Null where the variable isn't set, or to nothing.</returns>
    /// <exception cref="AgentException">It is no such number.</exception>
    public static TimeSpan? Read(Func<string, string?> variable, string name, int least, int most) => variable(name) is { Length: > 0 } text ? Parse(name, text, least, most) : null;

    /// <param name="name">Of the option or variable, for whoever set it.</param>
    /// <exception cref="AgentException">It is no such number.</exception>
    public static TimeSpan Parse(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= least && seconds <= most
            ? TimeSpan.FromSeconds(seconds)
            : throw new AgentException(ExitCodes.Usage, $"{name} is '{text}'; it takes {least} to {most} seconds.");
}

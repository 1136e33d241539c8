using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Services;

/// <summary>Reads lists of names: several stand with commas or spaces between.</summary>
internal static class ServiceNames
{
    private const int Max = 100;

    /// <param name="problem">What is wrong with one of them, as a sentence; then there are none: who writes half of it wrong may mean anything.</param>
    public static ImmutableArray<ServiceName> Read(string text, IReadOnlyCollection<string> zones, out string? problem)
    {
        problem = null;
        var names = new List<ServiceName>();
        var parts = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts is []) problem = $"'{Shown.Of(text)}' has no name in it.";
        if (parts.Length > Max) problem = $"There are {parts.Length} names; {Max} are for one.";
        foreach (var part in parts.TakeWhile(_ => names.Count < Max))
        {
            if (ServiceName.Read(part, zones, out var wrong) is { } name) names.Add(name);
            else problem ??= wrong;
        }

        return problem is null ? [.. names.Distinct()] : [];
    }
}

using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>What makes the served certificates those that should be. Nothing of it needs a reload.</summary>
/// <param name="Set">Place → what is to be served from there.</param>
/// <param name="Remove">Places that nothing is served from any more.</param>
/// <param name="Open">Whether visitors get in at all: not while there is only the placeholder.</param>
internal sealed record TlsPlan(ImmutableSortedDictionary<string, Certificate> Set, ImmutableArray<string> Remove, bool Open)
{
    /// <summary>Where the one stands that visitors get whose name is on none.</summary>
    public const string Default = "default.pem";

    private const string Folder = "certificates/";

    /// <summary>The place of one by its name.</summary>
    public static string Place(string name) => Folder + name;

    public static bool IsDefault(string place) => place is Default;

    /// <param name="good">Name → certificate, of those that could be read.</param>
    /// <param name="unknown">Names of those that couldn't: what is served of them stays.</param>
    /// <param name="files">Place → what HAProxy finds there at its next start.</param>
    /// <param name="running">Place → fingerprint of what HAProxy serves from there now; null when it doesn't run yet.</param>
    /// <param name="placeholder">Stands at <see cref="Default"/> while there is no other.</param>
    public static TlsPlan Of(
        ImmutableSortedDictionary<string, Certificate> good,
        IEnumerable<string> unknown,
        ImmutableSortedDictionary<string, Certificate> files,
        IReadOnlyDictionary<string, string>? running,
        Certificate placeholder)
    {
        var desired = good.ToImmutableSortedDictionary(pair => Place(pair.Key), pair => pair.Value, StringComparer.Ordinal);
        foreach (var place in unknown.Select(Place))
        {
            if (files.TryGetValue(place, out var last)) desired = desired.SetItem(place, last);
        }

        // The one that is called so, else the first.
        var first = desired.TryGetValue(Place(Default), out var chosen) ? chosen : desired.Values.FirstOrDefault();
        var open = first is not null;
        desired = desired.SetItem(Default, first ?? placeholder);

        return new(
            desired.Where(pair => !pair.Value.HasSameText(files.GetValueOrDefault(pair.Key)) || (running is not null && running.GetValueOrDefault(pair.Key) != pair.Value.Fingerprint)).ToImmutableSortedDictionary(StringComparer.Ordinal),
            [.. files.Keys.Concat(running?.Keys ?? []).Distinct().Where(place => !desired.ContainsKey(place)).Order(StringComparer.Ordinal)],
            open);
    }
}

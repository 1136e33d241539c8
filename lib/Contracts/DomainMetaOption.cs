using System.Collections.Immutable;
using System.Globalization;

namespace Dockerland.Contracts;

/// <summary>An option of an entry: how a tag's value becomes one, and back.</summary>
/// <param name="Problem">What is wrong with any other value, as the end of a sentence that began with it.</param>
/// <param name="Read">Null for a value that it can't have.</param>
/// <param name="Write">Null for the default, which no tag is needed for.</param>
internal sealed record DomainMetaOption(string Name, string Problem, Func<string, Func<DomainMeta, DomainMeta>?> Read, Func<DomainMeta, string?> Write)
{
    private static readonly ImmutableArray<string> Addresses = ["public", "private", "ipv6"];
    private static readonly ImmutableArray<string> Empties = ["keep", "remove"];

    /// <summary>Policies as the option's values, in the order of <see cref="PlanPolicy"/>.</summary>
    public static readonly ImmutableArray<string> Policies = ["sync", "upsert-only", "create-only"];

    // An id as long as they get.
    private const string SampleId = "i-0123456789abcdef0";

    public static ImmutableArray<DomainMetaOption> All { get; } =
    [
        OneOf<AddressKind>(DomainMetaTags.Address, "is no address", Addresses, (entry, value) => entry with { Address = value }, entry => entry.Address),
        new(DomainMetaTags.Check, "is no check of a host. Write it as http:PORT/PATH, https:PORT/PATH or tcp:PORT.",
            text => HostCheck.TryParse(text) is { } check ? entry => entry with { Check = check } : null, entry => entry.Check?.ToString()),
        OneOf<WhenEmpty>(DomainMetaTags.Empty, "doesn't say what becomes of a record without hosts", Empties, (entry, value) => entry with { WhenEmpty = value }, entry => entry.WhenEmpty),
        new(DomainMetaTags.Host, $"is no name of a host. Write it with {DomainMeta.InstanceId} once, such as {DomainMeta.InstanceId}.hosts.example.com.",
            text => IsHost(text) ? entry => entry with { Host = text } : null, entry => entry.Host),
        YesNo(DomainMetaTags.Multivalue, (entry, value) => entry with { IsMultivalue = value }, entry => entry.IsMultivalue),
        YesNo(DomainMetaTags.Pending, (entry, value) => entry with { WithPending = value }, entry => entry.WithPending),
        OneOf<PlanPolicy>(DomainMetaTags.Policy, "is no policy", Policies, (entry, value) => entry with { Policy = value }, entry => entry.Policy),
        new(DomainMetaTags.Ttl, $"is no time to live. Write it in seconds, 1 to {DomainMeta.MaxTtl}.", ReadTtl,
            entry => entry.Ttl is DomainMeta.DefaultTtl ? null : entry.Ttl.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>An address as the option's value.</summary>
    public static string AddressText(AddressKind address) => Addresses[(int)address];

    // The texts stand in the order of the values; the first is the default.
    private static DomainMetaOption OneOf<T>(string name, string problem, ImmutableArray<string> texts, Func<DomainMeta, T, DomainMeta> set, Func<DomainMeta, T> get)
        where T : struct, Enum => new(
            name,
            $"{problem}. Write it as {string.Join(", ", texts[..^1])} or {texts[^1]}.",
            text => texts.IndexOf(text) is >= 0 and var index ? entry => set(entry, Enum.GetValues<T>()[index]) : null,
            entry => Array.IndexOf(Enum.GetValues<T>(), get(entry)) is > 0 and var index ? texts[index] : null);

    private static DomainMetaOption YesNo(string name, Func<DomainMeta, bool, DomainMeta> set, Func<DomainMeta, bool> get) => new(
        name,
        "is neither yes nor no.",
        text => text switch
        {
            "yes" => entry => set(entry, true),
            "no" => entry => set(entry, false),
            _ => null,
        },
        entry => get(entry) ? "yes" : null);

    private static Func<DomainMeta, DomainMeta>? ReadTtl(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= DomainMeta.MaxTtl
            ? entry => entry with { Ttl = seconds }
            : null;

    private static bool IsHost(string text) =>
        text.Split(DomainMeta.InstanceId).Length is 2 && DomainName.Problem(text.Replace(DomainMeta.InstanceId, SampleId, StringComparison.Ordinal)) is null;
}

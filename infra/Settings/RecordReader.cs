using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dockerland.Contracts;
using Dockerland.Infra.Dns;

namespace Dockerland.Infra.Settings;

/// <summary>Reads <c>dockerland:records</c>: what else is in the zone.</summary>
internal static partial class RecordReader
{
    // Route53's limit; what is over 255 becomes several strings.
    private const int LongestText = 4000;

    private static readonly ImmutableArray<string> Types = ["A", "AAAA", "CAA", "CNAME", "MX", "TXT"];

    public static ImmutableArray<RecordSettings> Read(ConfigSection own, StackSettings settings)
    {
        var sections = own.Sections("records", SettingKeys.Of<RecordSettings>());
        var records = sections.Select(section => (Section: section, Record: ReadOne(section, own.IsSound("zone") ? settings.Zone : null))).ToImmutableArray();
        foreach (var (index, (section, record)) in records.Index())
            if (section.IsSound("name", "type") && Clash(record, records.Take(index).Select(earlier => earlier.Record)) is { } problem)
                section.Report($"{section.FullKey("name")} '{record.Name}' {problem}", ConfigSection.InFile);

        return [.. records.Select(record => record.Record)];
    }

    private static RecordSettings ReadOne(ConfigSection section, string? zone)
    {
        var name = section.Text("name", null, $"www.{zone ?? SettingsReader.ZoneExample}", text => NameProblem(text, zone));
        var type = section.Choice("type", "", Types);
        if (!section.Mentions("type")) section.Report($"{section.FullKey("type")} is not set", ConfigSection.InFile);

        var alias = section.Section("alias", SettingKeys.Of<AliasSettings>()) is { } found ? ReadAlias(found) : null;
        if (alias is not null && section.Has("ttl"))
            section.Report($"{section.FullKey("ttl")} '{section.Raw("ttl")}' is set for an alias, which has that of its target", $"Remove it: pulumi config rm --path '{section.FullKey("ttl")}'");
        if (type is "CNAME" && zone is not null && section.IsSound("name") && name.Equals(zone, StringComparison.OrdinalIgnoreCase))
            section.Report($"{section.FullKey("type")} 'CNAME' is at the zone's own name '{zone}', where only an alias of type A or AAAA can be", ConfigSection.InFile);
        else if (alias is not null && type is not ("" or "A" or "AAAA"))
            section.Report($"{section.FullKey("type")} '{type}' has no alias; A and AAAA have", ConfigSection.InFile);

        var values = section.List("values", [], [Example(type)], value => ValueProblem(type, value));
        section.RequireOne("values", "alias", "a record");
        if (type is "CNAME" && values.Length > 1)
            section.Report($"{section.FullKey("values")} has {values.Length} values; a CNAME has one", $"Remove it: pulumi config rm --path '{section.FullKey("values")}[1]'");
        else if (type is "CNAME" && values is [var target] && section.IsSound("name", "values") && target.Equals(name, StringComparison.OrdinalIgnoreCase))
            section.Report($"{section.FullKey("values")}[0] '{target}' leads back to where it began", ConfigSection.InFile);
        return new()
        {
            Name = name,
            Type = type,
            Ttl = alias is null ? section.Number("ttl", 300, 0, int.MaxValue) : 300,
            Values = values,
            Alias = alias,
        };
    }

    private static AliasSettings ReadAlias(ConfigSection section)
    {
        var alias = new AliasSettings
        {
            Name = section.Text("name", null, "d111111abcdef8.cloudfront.net", DomainName.Problem),
            ZoneId = section.Text("zoneId", "", ZoneRecords.CloudFrontZoneId, Rules.ZoneId),
            EvaluateHealth = section.Flag("evaluateHealth", false),
        };
        if (alias is { EvaluateHealth: true, ZoneId: ZoneRecords.CloudFrontZoneId })
            section.Refuse("evaluateHealth", "true", $"asks for the health of a target in CloudFront's zone '{alias.ZoneId}', which has none", "false");
        return alias;
    }

    // Route53 takes a star for the first label.
    private static string? NameProblem(string name, string? zone) =>
        DomainName.Problem(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name)
        ?? (zone is null || DomainName.IsWithin(name, zone) ? null : $"is not in the zone '{zone}'")
        ?? (name.StartsWith(Names.Ownership(""), StringComparison.OrdinalIgnoreCase) ? "is where a TXT record says whose another name is; who keeps that one would find it taken" : null);

    private static string? Clash(RecordSettings record, IEnumerable<RecordSettings> earlier)
    {
        var same = earlier.Where(other => other.Name.Equals(record.Name, StringComparison.OrdinalIgnoreCase)).ToImmutableArray();
        return same.Any(other => other.Type == record.Type) ? $"has its {record.Type} record twice; put the values into one"
            : same.Any(other => other.Type is "CNAME" || record.Type is "CNAME") ? "has a CNAME and another record; a CNAME stands alone"
            : null;
    }

    private static string? ValueProblem(string type, string value) => type switch
    {
        "A" => Ipv4Pattern().IsMatch(value) && System.Net.IPAddress.TryParse(value, out _) ? null : "is not an IPv4 address",
        "AAAA" => System.Net.IPAddress.TryParse(value, out var address) && address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6 ? null : "is not an IPv6 address",
        "CNAME" => DomainName.Problem(value),
        "MX" => value.Split(' ') is [var order, var host] && int.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65_535 && DomainName.Problem(host.TrimEnd('.')) is null ? null : "is not a number up to 65535 and a mail server's name",
        "CAA" => CaaPattern().IsMatch(value) ? null : "is not a flag, a tag and a value in double quotes",
        "TXT" => value.Length > LongestText ? $"has {value.Length} characters; a TXT record has at most {LongestText}" : Rules.Any(value),
        _ => Rules.Any(value),
    };

    private static string Example(string type) => type switch
    {
        "AAAA" => "2001:db8::10",
        "CNAME" => "www.example.net",
        "MX" => "10 mail.example.com",
        "CAA" => "0 issue \"letsencrypt.org\"",
        "TXT" => "v=spf1 -all",
        _ => "192.0.2.10",
    };

    [GeneratedRegex(@"^\d{1,3}(\.\d{1,3}){3}\z")]
    private static partial Regex Ipv4Pattern();

    [GeneratedRegex("^(0|128) (issue|issuewild|iodef) \"[^\"]*\"\\z")]
    private static partial Regex CaaPattern();
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dockerland.Cli.Planning;
using Dockerland.Contracts;
using Dockerland.Infra;

namespace Dockerland.Cli.Boot;

/// <summary>What a plan says of a fleet's hosts: all that one of them finds when it boots.</summary>
internal sealed partial record HostPlan
{
    /// <summary>The account that stands for anybody's, as moto has it.</summary>
    public const string Account = "123456789012";

    public required string Fleet { get; init; }
    public required string Region { get; init; }
    public required string UserData { get; init; }

    /// <summary>Tags of the instance.</summary>
    public required ImmutableSortedDictionary<string, string> Tags { get; init; }

    /// <summary>How many hops answers of the metadata service go; with 1 they reach no container on a bridge.</summary>
    public required long Hops { get; init; }

    /// <summary>Address of an image that the host runs → folder of its sources.</summary>
    public required ImmutableSortedDictionary<string, string> Images { get; init; }

    /// <summary>Names of the parameters that the host may read.</summary>
    public required ImmutableArray<string> Parameters { get; init; }

    /// <summary>The ones of these that hold a certificate and its key.</summary>
    public required ImmutableArray<string> Certificates { get; init; }

    public required ImmutableArray<string> LogGroups { get; init; }

    /// <summary>How many hosts the fleet has at least.</summary>
    public required long Size { get; init; }

    /// <summary>What stands for the id of a zone of the stack's → the zone's name.</summary>
    public required ImmutableSortedDictionary<string, string> Zones { get; init; }

    /// <summary>What only a deployment knows of the account, as the stand-in has it.</summary>
    public static Placeholders Values { get; } = new()
    {
        Known = ImmutableDictionary<string, string>.Empty
            .Add(Placeholders.Text("getCallerIdentity", "accountId"), Account)
            .Add(Placeholders.Text("getPartition", "partition"), "aws")
            .Add(Placeholders.Text("getPartition", "dnsSuffix"), "amazonaws.com"),
    };

    /// <param name="plan">Evaluated with <see cref="Values"/>.</param>
    public static HostPlan Read(Plan plan, string fleet, StackInputs inputs)
    {
        var template = Find(plan, "aws:ec2/launchTemplate:LaunchTemplate", fleet);
        var userData = template["userData"]!.GetValue<string>();
        if (!userData.StartsWith("#cloud-config\n", StringComparison.Ordinal))
            throw new CliException($"The hosts of '{fleet}' don't boot by cloud-init, and nothing else can be booted here.");

        var group = Find(plan, "aws:autoscaling/group:Group", fleet);
        var policy = Find(plan, "aws:iam/rolePolicy:RolePolicy", fleet)["policy"]!.GetValue<string>();
        return new()
        {
            Fleet = fleet,
            Region = inputs.Settings.Region,
            UserData = userData,
            Tags = group["tags"]!.AsArray()
                .Where(tag => tag!["propagateAtLaunch"]!.GetValue<bool>())
                .ToImmutableSortedDictionary(tag => tag!["key"]!.GetValue<string>(), tag => tag!["value"]!.GetValue<string>(), StringComparer.Ordinal),
            Hops = template["metadataOptions"]!["httpPutResponseHopLimit"]!.GetValue<long>(),
            Images = plan.Resources.Where(resource => resource.Type is "docker:index/image:Image")
                .Select(image => KeyValuePair.Create(image.Inputs["imageName"]!.GetValue<string>(), image.Name))
                .Where(image => userData.Contains(image.Key, StringComparison.Ordinal))
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            Parameters = [.. Parameter().Matches(policy).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)],
            Certificates = CertificatesOf(userData),
            LogGroups = [.. plan.Resources.Where(resource => resource.Type is "aws:cloudwatch/logGroup:LogGroup").Select(group => group.Inputs.GetValueOrDefault("name")?.GetValue<string>()).OfType<string>()],
            Size = group["minSize"]!.GetValue<long>(),
            Zones = plan.Resources.Where(resource => resource.Type is "aws:route53/zone:Zone")
                .ToImmutableSortedDictionary(zone => Placeholders.Text(zone.Name, "zoneId"), zone => zone.Inputs["name"]!.GetValue<string>(), StringComparer.Ordinal),
        };
    }

    /// <summary>With an id in each place where the plan has none.</summary>
    public HostPlan With(IReadOnlyDictionary<string, string> zoneIds)
    {
        return this with { UserData = Fill(UserData), Tags = Tags.ToImmutableSortedDictionary(tag => tag.Key, tag => Fill(tag.Value), StringComparer.Ordinal) };

        string Fill(string text) => zoneIds.Aggregate(text, (filled, zone) => filled.Replace(zone.Key, zone.Value, StringComparison.Ordinal));
    }

    /// <summary>The parameters that balancers read their certificates from.</summary>
    internal static ImmutableArray<string> CertificatesOf(string userData) => [.. CertificateVariable().Matches(userData).SelectMany(match => match.Groups[1].Value.Split(' ')).Distinct()];

    private static ImmutableSortedDictionary<string, JsonNode?> Find(Plan plan, string type, string name) => plan.Resources.Single(resource => resource.Type == type && resource.Name == name).Inputs;

    [GeneratedRegex(""":parameter(/[^"*]+)""")]
    private static partial Regex Parameter();

    [GeneratedRegex($"{EnvironmentVariables.CertificateParameters}=\"([^\"]+)\"")]
    private static partial Regex CertificateVariable();
}

using System.Collections.Immutable;
using Dockerland.Infra.Dns;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Route53.Inputs;
using Route53 = Pulumi.Aws.Route53;

namespace Dockerland.Infra.Components;

/// <summary>The public zone that the fleets' records live in, and the VPC's own zone, in which hosts find each other.</summary>
public sealed class Zone : ComponentResource
{
    private const string Comment = "Records are kept by Dockerland";

    // Short, since a zone that is made anew has other name servers.
    private const int DelegationTtl = 300;

    public Zone(string name, ZoneArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:Zone", name, options)
    {
        (ZoneId, Arn, NameServers) = args.Existing is { } existing ? Find(existing, args.DomainName) : Create(name, args);
        if (args.ParentZoneId is { } parent)
            _ = new Route53.Record($"{name}-delegation", new()
            {
                ZoneId = parent,
                Name = args.DomainName,
                Type = "NS",
                Ttl = DelegationTtl,
                Records = NameServers,
            }, new() { Parent = this });
        AddAll(name, ZoneId, ZoneRecords.OfPublicZone(args.Records));

        if (args.PrivateZone is { } own)
        {
            var zone = new Route53.Zone($"{name}-private", new()
            {
                Name = own.DomainName,
                Comment = Comment,
                Vpcs = { new ZoneVpcArgs { VpcId = own.VpcId } },
                ForceDestroy = args.ForceDestroy,
            }, ZoneOptions(args with { ImportId = null }));
            AddAll($"{name}-private", zone.ZoneId, ZoneRecords.OfPrivateZone(own.DomainName, args.Records, own.Domains));
            (PrivateZoneId, PrivateArn) = (zone.ZoneId, zone.Arn);
        }
        RegisterOutputs();
    }

    [Output("zoneId")] public Output<string> ZoneId { get; private set; }
    [Output("arn")] public Output<string> Arn { get; private set; }
    [Output("nameServers")] public Output<ImmutableArray<string>> NameServers { get; private set; }

    /// <summary>The VPC's own zone, if it has one.</summary>
    [Output("privateZoneId")] public Output<string>? PrivateZoneId { get; private set; }

    [Output("privateArn")] public Output<string>? PrivateArn { get; private set; }

    private (Output<string> Id, Output<string> Arn, Output<ImmutableArray<string>> NameServers) Create(string name, ZoneArgs args)
    {
        var zone = new Route53.Zone(name, new() { Name = args.DomainName, Comment = Comment, ForceDestroy = args.ForceDestroy }, ZoneOptions(args));
        return (zone.ZoneId, zone.Arn, zone.NameServers);
    }

    private (Output<string> Id, Output<string> Arn, Output<ImmutableArray<string>> NameServers) Find(ExistingZone existing, string domainName)
    {
        var arguments = existing.Id is { } id
            ? new Route53.GetZoneInvokeArgs { ZoneId = id }
            : new Route53.GetZoneInvokeArgs { Name = domainName, PrivateZone = false };
        var zone = Route53.GetZone.Invoke(arguments, new() { Parent = this });
        return (zone.Apply(found => CheckName(found, domainName)), zone.Apply(found => found.Arn), zone.Apply(found => found.NameServers));
    }

    private string CheckName(Route53.GetZoneResult found, string domainName)
    {
        var name = found.Name.TrimEnd('.');
        // A plan asks nobody, and has a text in the place of the name.
        return Contracts.DomainName.Problem(name) is not null || name.Equals(domainName, StringComparison.OrdinalIgnoreCase)
            ? found.ZoneId
            : throw new ResourceException($"Zone '{found.ZoneId}' is that of '{name}', not of '{domainName}'. Set the id of the zone of '{domainName}'.", this, hideStack: true);
    }

    // What an alias follows comes before it: it is refused otherwise.
    private void AddAll(string name, Output<string> zoneId, ImmutableArray<RecordSettings> records)
    {
        var made = new Dictionary<RecordSettings, Route53.Record>();
        foreach (var record in records) AddWithTarget(record);

        Route53.Record AddWithTarget(RecordSettings record)
        {
            if (made.TryGetValue(record, out var there)) return there;

            var target = ZoneRecords.TargetOf(record, records);
            return made[record] = Add($"{name}-{ZoneRecords.KeyOf(record)}", zoneId, record, target is null ? [] : AddWithTarget(target));
        }
    }

    private Route53.Record Add(string name, Output<string> zoneId, RecordSettings record, InputList<Resource> after)
    {
        var arguments = new Route53.RecordArgs { ZoneId = zoneId, Name = record.Name, Type = record.Type };
        if (record.Alias is { } alias)
        {
            arguments.Aliases = new[]
            {
                new RecordAliasArgs { Name = alias.Name, ZoneId = alias.ZoneId is "" ? zoneId : alias.ZoneId, EvaluateTargetHealth = alias.EvaluateHealth },
            };
        }
        else
        {
            arguments.Ttl = record.Ttl;
            arguments.Records = ZoneRecords.ValuesOf(record).ToArray();
        }
        return new(name, arguments, new() { Parent = this, DependsOn = after });
    }

    private CustomResourceOptions ZoneOptions(ZoneArgs args) => args.ImportId is null
        ? new() { Parent = this, Protect = Set(args.Protect), RetainOnDelete = Set(args.Protect) }
        // What a zone brings along is its owner's: it is taken over as it is, and given back unless all may go.
        : new()
        {
            Parent = this,
            ImportId = args.ImportId,
            IgnoreChanges = { "comment", "forceDestroy", "tags" },
            Protect = Set(args.Protect),
            RetainOnDelete = Set(!args.ForceDestroy),
        };

    // What is off is left unset, so that a plan doesn't name it.
    private static bool? Set(bool option) => option ? true : null;
}

using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Components;
using Dockerland.Infra.Dns;
using Dockerland.Infra.Firewalls;
using Dockerland.Infra.Rules;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;
using Pulumi;

namespace Dockerland.Infra;

/// <summary>Fleets of docker hosts whose events let DNS follow them. The only place where components meet.</summary>
public sealed class DockerlandStack : Stack
{
    private const string RegistryPassword = "registry-password";
    private const string NodeRegistryKey = "node-registry-key";
    private const string GossipKey = "gossip-key";
    private const string CookieSecret = "cookie-secret";
    private const string BalancerPem = "balancer-pem";

    private readonly StackSettings _settings;
    private readonly RuleCheck _rules;

    /// <summary>As the engine runs it.</summary>
    public DockerlandStack()
        : this(StackInputs.FromEnvironment())
    {
    }

    /// <summary>From inputs that are there already, as tests and plans have them.</summary>
    /// <param name="options">Transformations of all resources, for who wants to see them.</param>
    public DockerlandStack(StackInputs inputs, StackOptions? options = null)
        : this(inputs, new RuleCheck(inputs.Settings.Exemptions), options)
    {
    }

    private DockerlandStack(StackInputs inputs, RuleCheck rules, StackOptions? options)
        : base(rules.AddTo(StackName.Checked(options)))
    {
        (_settings, _rules) = (inputs.Settings, rules);
        foreach (var warning in _settings.Warnings) Log.Warn(warning);
        var project = Deployment.Instance.ProjectName;
        var stack = Deployment.Instance.StackName;
        var account = AwsAccount.Find(_settings.Region);

        var network = new Network(ComponentNames.Network, new()
        {
            DisplayName = $"{project}-{stack}",
            Region = _settings.Region,
            Cidr = _settings.NetworkCidr,
            ZoneLetters = _settings.AvailabilityZones,
            PrivateSubnets = _settings.PrivateSubnets,
            GatewayInEachZone = _settings.NatGateways is "zone",
            Protect = _settings.Protect,
            Existing = _settings.VpcId is "" ? null : new(_settings.VpcId, _settings.SubnetIds, _settings.PrivateSubnetIds),
        });
        var zone = CreateZone(network);
        var secrets = new SecretStore(ComponentNames.Secrets, new() { Path = $"/{project}/{stack}", Values = SecretValues() });
        var images = inputs.Images.ToImmutableSortedDictionary(source => source.Key, source => CreateImage(source.Value, $"{project}-{stack}", account), StringComparer.Ordinal);
        Images = AddressesOf(images).Apply(addresses => addresses.ToImmutableDictionary());
        var firewall = new Firewall(ComponentNames.Firewall, new()
        {
            VpcId = network.VpcId,
            NetworkCidr = network.Cidr,
            Plan = FirewallPlan.Create(_settings.Fleets, _settings.GossipPort, _settings.SshCidrs),
        });
        var logs = new HostLogs(ComponentNames.HostLogs, new()
        {
            Path = LogPath,
            Roles = [.. _settings.Fleets.Values.Select(fleet => fleet.Role)],
            RetentionDays = _settings.LogRetentionDays,
        });
        var key = new EventKey(ComponentNames.EventKey, new()
        {
            Description = $"Events and alarms of {project}-{stack}",
            AliasName = $"{project}-{stack}-events",
            Account = account,
        });
        var alarms = new AlarmTargets(ComponentNames.AlarmTargets, new()
        {
            Targets = _settings.AlarmTargets,
            DisplayName = $"{project}-{stack} alarms",
            KeyArn = key.Arn,
            Account = account,
        });
        var events = new FleetEvents(ComponentNames.FleetEvents, new()
        {
            DisplayName = $"{project}-{stack} hosts",
            GroupPrefix = GroupNames.Prefix($"{project}-{stack}"),
            KeyArn = key.Arn,
            Account = account,
            AlarmActions = alarms.Actions,
        });
        var updater = new DnsUpdater(ComponentNames.DnsUpdater, new()
        {
            Account = account,
            StackName = $"{project}-{stack}",
            Environment = _settings.Environment,
            TopicArn = events.TopicArn,
            FailedQueueArn = events.FailedQueueArn,
            AlarmActions = alarms.Actions,
            Zones = [new(zone.ZoneId, zone.Arn, _settings.Zone), .. zone is { PrivateZoneId: { } id, PrivateArn: { } arn } && _settings.PrivateZone is { } privateZone ? new[] { new UpdaterZone(id, arn, privateZone) } : []],
            RecordNames = UpdaterNames.Of(_settings.Fleets, _settings.PrivateZone),
            Package = UpdaterPackage.Publish(inputs.Updater),
            Architecture = _settings.Architecture is Architectures.Arm64 ? "arm64" : "x86_64",
            LogRetentionDays = _settings.LogRetentionDays,
            NodeRegistry = _settings.NodeRegistryUrl is "" ? null : new(_settings.NodeRegistryKind, _settings.NodeRegistryUrl, _settings.NodeRegistryUser, secrets.Find(NodeRegistryKey)),
            PermissionsBoundary = Boundary,
        });
        // From routes and what hosts read at boot to who answers the hooks: all of it is there before the first host comes, and goes after the last.
        InputList<Resource> before = [network, firewall, secrets, updater, .. events.Delivery];
        foreach (var (name, fleet) in _settings.Fleets)
            events.Notify(name, CreateFleet(name, fleet, zone, network, firewall, secrets, ImagesOf(fleet, images), logs, account, before).Group);

        NameServers = zone.NameServers;
        ZoneId = zone.ZoneId;
        PrivateZoneId = zone.PrivateZoneId ?? Output.Create("");
        TopicArn = events.TopicArn;
        rules.WarnOfUnused();
    }

    [Output("nameServers")] public Output<ImmutableArray<string>> NameServers { get; private set; }
    [Output("zoneId")] public Output<string> ZoneId { get; private set; }

    /// <summary>The VPC's own zone; empty for none.</summary>
    [Output("privateZoneId")] public Output<string> PrivateZoneId { get; private set; }

    [Output("topicArn")] public Output<string> TopicArn { get; private set; }

    /// <summary>Image of ours → its address.</summary>
    [Output("images")] public Output<ImmutableDictionary<string, string>> Images { get; private set; }

    /// <summary>A warning for each exemption that no resource needs; to be asked for when all is declared.</summary>
    public Task<ImmutableArray<string>> UnusedExemptionsAsync() => _rules.UnusedAsync();

    private ImmutableSortedDictionary<string, Secret?> SecretValues() => ImmutableSortedDictionary<string, Secret?>.Empty
        .Add(RegistryPassword, _settings.RegistryPassword)
        .Add(NodeRegistryKey, _settings.NodeRegistryKey)
        .Add(GossipKey, _settings.GossipKey)
        .Add(CookieSecret, _settings.CookieSecret)
        .Add(BalancerPem, _settings.BalancerPem);

    private string? Boundary => _settings.PermissionsBoundary is "" ? null : _settings.PermissionsBoundary;

    private string LogPath => $"/{Deployment.Instance.ProjectName}/{Deployment.Instance.StackName}/{_settings.Environment}";

    private ImageRegistry? Registry() => _settings.RegistryServer is ""
        ? null
        : new(_settings.RegistryServer, _settings.RegistryUser, _settings.RegistryPassword?.ToOutput());

    private Zone CreateZone(Network network) => new(ComponentNames.Zone, new()
    {
        DomainName = _settings.Zone,
        ImportId = _settings.ZoneImport is "" ? null : _settings.ZoneImport,
        Existing = _settings.ZoneId is not "" ? new(_settings.ZoneId) : _settings.ZoneExisting ? new(null) : null,
        ParentZoneId = _settings.ParentZoneId is "" ? null : _settings.ParentZoneId,
        PrivateZone = _settings.PrivateZone is not { } name ? null : new()
        {
            DomainName = name,
            VpcId = network.VpcId,
            Domains = _settings.Fleets.Where(fleet => fleet.Value.Domain is not "").ToImmutableDictionary(fleet => fleet.Key, fleet => fleet.Value.Domain),
        },
        Records = _settings.Records,
        ForceDestroy = _settings.ForceDestroy,
        Protect = _settings.Protect,
    });

    private ImageRepository CreateImage(ImageSource source, string stackName, Output<AwsAccount> account) => new(source.Name, new()
    {
        Source = source,
        RepositoryName = DockerHub.RepositoryOf(_settings.RegistryServer, _settings.RegistryUser, stackName, source.Name),
        BaseImage = _settings.BaseImage,
        Platform = $"linux/{_settings.Architecture}",
        Account = account,
        Registry = Registry(),
        ForceDelete = _settings.ForceDestroy,
        Protect = _settings.Protect,
    });

    private static Output<ImmutableSortedDictionary<string, string>> AddressesOf(ImmutableSortedDictionary<string, ImageRepository> images) => Output
        .All(images.Values.Select(image => image.Address))
        .Apply(addresses => images.Keys.Zip(addresses, KeyValuePair.Create).ToImmutableSortedDictionary(StringComparer.Ordinal));

    // Every host runs the metadata image, beside those of its containers.
    private static ImmutableSortedDictionary<string, ImageRepository> ImagesOf(FleetSettings fleet, ImmutableSortedDictionary<string, ImageRepository> images) => images
        .Where(image => image.Key is ComponentNames.Metadata || fleet.Containers.Values.Any(container => container.Build == image.Key))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private Fleet CreateFleet(string name, FleetSettings fleet, Zone zone, Network network, Firewall firewall, SecretStore secrets, ImmutableSortedDictionary<string, ImageRepository> images, HostLogs logs, Output<AwsAccount> account, InputList<Resource> after) => new(name, new()
    {
        Settings = fleet,
        StackName = $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
        Environment = _settings.Environment,
        HostImage = _settings.HostImage,
        Host = Output.Tuple(images[ComponentNames.Metadata].Server, AddressesOf(images), _settings.VpcId is "" ? Output.Create(_settings.NetworkCidr) : network.Cidr, fleet.ServesNames && zone.PrivateZoneId is { } privateId ? privateId.Apply(id => (string?)id) : Output.Create((string?)null))
            .Apply(known => DescribeHost(fleet, secrets, known.Item1, known.Item2, known.Item3, known.Item4)),
        SecurityGroupIds = firewall.GroupIdsOf(name).ToArray(),
        SubnetIds = network.SubnetIdsOf(fleet.Role),
        Rights = new()
        {
            Account = account,
            RepositoryArns = [.. images.Values.SelectMany(image => image.RepositoryArns), .. EcrImage.Of(fleet).Select(image => account.Apply(known => image.Arn(known.Partition)))],
            LogGroupArn = logs.ArnOf(fleet.Role),
            GossipKeyName = secrets.Find(GossipKey)?.Name,
            AgentZoneArn = fleet.KeepsRecords ? zone.PrivateArn : null,
            ServiceNames = _settings.PrivateZone is { } privateName ? [.. fleet.Services.Select(service => Names.Service(service, privateName)).Distinct(StringComparer.OrdinalIgnoreCase)] : [],
            ParameterKeys = _settings.ParameterKeys,
            PermissionsBoundary = Boundary,
        },
        Records = FleetRecords.Of(name, fleet, zone.ZoneId, zone.PrivateZoneId is { } own && _settings.PrivateZone is { } privateZone ? (own, privateZone) : null),
        SshKey = _settings.SshKey is "" ? null : _settings.SshKey,
        DefaultTags = _settings.DefaultTags,
    }, new() { DependsOn = after });

    private HostSpec DescribeHost(FleetSettings fleet, SecretStore secrets, string server, ImmutableSortedDictionary<string, string> images, string range, string? recordZoneId) => HostMapping.Describe(new()
    {
        Stack = _settings,
        Fleet = fleet,
        Images = images,
        NetworkCidr = range,
        Logins = [.. Logins(server, secrets.Find(RegistryPassword)).Concat(EcrImage.Of(fleet).Select(image => new EcrLogin(image.Server))).DistinctBy(login => login.Server)],
        LogGroup = HostLogs.NameOf(LogPath, fleet.Role),
        GossipKeyParameter = secrets.Find(GossipKey)?.Name,
        RecordZoneId = recordZoneId,
        CookieSecretParameter = secrets.Find(CookieSecret)?.Name,
        CertificateParameter = _settings.BalancerCertificate is "" ? secrets.Find(BalancerPem)?.Name : _settings.BalancerCertificate,
    });

    private RegistryLogin[] Logins(string server, StoredSecret? password) =>
        _settings.RegistryServer is "" ? [new EcrLogin(server)]
        : password is not null ? [new PasswordLogin(DockerHub.LoginOf(server), _settings.RegistryUser, password.Name)]
        : [];
}

using System.Collections.Immutable;
using System.Globalization;
using Dockerland.Contracts;

namespace Dockerland.Infra.Rules;

/// <summary>What the world may reach.</summary>
internal static class OpenDoorRules
{
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string OldRule = "aws:ec2/securityGroupRule:SecurityGroupRule";

    // What a group has in itself.
    private static readonly ImmutableArray<string> Groups = ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"];

    private const int Ssh = 22;

    // A range that begins so early is half of the internet or more, however it is cut into pieces.
    private const int WidePrefix = 7;

    private static readonly ImmutableArray<int> Public = [Ports.Traffic, Ports.TrafficTls];
    private static readonly ImmutableArray<int> Administration = [Ssh, Ports.Stats, Ports.SwarmManagers, Ports.SerfRpc, Ports.Admin];

    public static ImmutableArray<Rule> All { get; } =
    [
        new("admin-ports", [IngressRule, OldRule, .. Groups], door => Doors(door).Select(AdminPort).OfType<string>().FirstOrDefault()),
        new("world-ports", [IngressRule, OldRule, .. Groups], door => Doors(door).Select(WorldPort).OfType<string>().FirstOrDefault()),
    ];

    /// <param name="Range">Addresses as they are written.</param>
    private sealed record Door(string Range, string Protocol, int From, int To)
    {
        public override string ToString() => Protocol is "-1" ? "all traffic"
            : From == To ? string.Create(CultureInfo.InvariantCulture, $"{Protocol} port {From}")
            : string.Create(CultureInfo.InvariantCulture, $"{Protocol} ports {From} to {To}");
    }

    private static string? AdminPort(Door door)
    {
        var ports = Administration.Where(port => door.From <= port && port <= door.To && door.Protocol is not "icmp" and not "udp").ToArray();
        return ports.Length == 0 ? null
            : $"opens {door} to {door.Range}, among them the administration's {string.Join(", ", ports)}. Let nobody in but a range of your own addresses";
    }

    private static string? WorldPort(Door door) => door.Protocol is "tcp" && door.From == door.To && Public.Contains(door.From) ? null
        : $"opens {door} to {door.Range}; only tcp {string.Join(" and ", Public)} may be open to the world. Narrow the range of addresses";

    private static IEnumerable<Door> Doors(ResourceInputs resource) => resource.Type switch
    {
        IngressRule => World(resource.Values, [resource.At("cidrIpv4"), resource.At("cidrIpv6")], "ipProtocol"),
        OldRule => ResourceInputs.Text(resource.At("type")) is "egress" ? [] : OfBlocks(resource.Values),
        _ => ResourceInputs.List(resource.At("ingress")).SelectMany(OfBlocks),
    };

    private static IEnumerable<Door> OfBlocks(object? rule) =>
        World(rule, [.. ResourceInputs.List(ResourceInputs.At(rule, "cidrBlocks")), .. ResourceInputs.List(ResourceInputs.At(rule, "ipv6CidrBlocks"))], "protocol");

    private static IEnumerable<Door> World(object? rule, IEnumerable<object?> ranges, string protocolName)
    {
        var (protocol, from, to) = (ResourceInputs.At(rule, protocolName), ResourceInputs.At(rule, "fromPort"), ResourceInputs.At(rule, "toPort"));
        if (protocol == ResourceInputs.Unknown || from == ResourceInputs.Unknown || to == ResourceInputs.Unknown) yield break;
        var name = ResourceInputs.Text(protocol) switch { "6" => "tcp", "17" => "udp", "all" => "-1", var text => text ?? "-1" };
        foreach (var range in ranges.OfType<string>().Where(IsWide))
            yield return name is "-1" ? new(range, name, 0, ushort.MaxValue) : new(range, name, Number(from), Number(to));
    }

    private static bool IsWide(string range) =>
        range.Split('/') is [_, var prefix] && int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= WidePrefix;

    private static int Number(object? value) => int.TryParse(ResourceInputs.Text(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

using Dockerland.Imds;
using Dockerland.MetadataAgent.Host.Groups;
using Dockerland.MetadataAgent.Host.Notices;
using Dockerland.MetadataAgent.Host.Units;

namespace Dockerland.Tests.Images.MetadataAgent.Host;

/// <summary>A host of a group of two, with a time of its own, which writes down what is done to it.</summary>
internal sealed class FakeHost : TimeProvider, ISystemd, IGroup
{
    private readonly Dictionary<string, UnitState> _units = new[] { "docker.service", "web.service", "haproxy.service" }.ToDictionary(name => name, name => new UnitState(name, "active", "running"));

    public HostNotices? Notices { get; set; } = HostNotices.None;
    public GroupView View { get; set; } = new("web", 2, [new("i-1", "InService", true), new("i-2", "InService", true)]);
    public bool HasGroup { get; set; } = true;
    public List<string> Calls { get; } = [];
    public List<string> Said { get; } = [];
    public TimeSpan Shift { get; set; }
    public bool RecordsAnswer { get; set; } = true;
    public bool IsSlow { get; set; }
    public DateTimeOffset Now => new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero) + Shift;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Fail(string unit) => _units[unit] = new(unit, "activating", "auto-restart");

    public Task<HostNotices> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Notices ?? throw new ImdsException("no answer"));

    public Task<IReadOnlyList<UnitState>> ShowAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<UnitState>>([.. units.Select(name => _units[name])]);

    public Task DoAsync(UnitVerb verb, IReadOnlyCollection<string> units, CancellationToken cancellationToken) => verb switch
    {
        UnitVerb.Stop when IsSlow => Change("stop", units, "deactivating", "stop-sigterm"),
        UnitVerb.Stop => Change("stop", units, "inactive", "dead"),
        UnitVerb.Start => Change("start", units, "active", "running"),
        _ => Change("restart", units, "active", "running"),
    };

    public Task LeaveAsync(string unit, CancellationToken cancellationToken)
    {
        if (!RecordsAnswer) throw new AgentException(ExitCodes.Software, $"{unit} can't leave its records");
        Calls.Add($"leave {unit}");
        return Task.CompletedTask;
    }

    public Task<GroupView?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(HasGroup ? View : null);

    public Task GiveUpAsync(string id, CancellationToken cancellationToken)
    {
        Calls.Add("give up");
        View = View with { Members = [.. View.Members.Select(member => member.Id == id ? member with { IsHealthy = false } : member)] };
        return Task.CompletedTask;
    }

    private Task Change(string verb, IReadOnlyCollection<string> units, string active, string sub)
    {
        Calls.Add($"{verb} {string.Join(' ', units)}");
        foreach (var name in units) _units[name] = new(name, active, sub);
        return Task.CompletedTask;
    }
}

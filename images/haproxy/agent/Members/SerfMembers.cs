using System.Collections.Immutable;
using System.Text.Json;

namespace Dockerland.HaproxyAgent.Members;

/// <summary>Whom Serf knows now.</summary>
internal sealed class SerfMembers : IMemberSource
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    public async Task<ImmutableArray<Member>> ReadAsync(CancellationToken cancellationToken)
    {
        var result = await Command.RunAsync(Deadline, "serf", ["members", "-format", "json"], cancellationToken);
        return result.ExitCode is 0 ? Parse(result.Output) : throw new AgentException($"Serf doesn't say who its members are: {result.Error}{result.Output.Trim()}");
    }

    /// <exception cref="AgentException">The text isn't a list of members, so that nobody knows who is there.</exception>
    public static ImmutableArray<Member> Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, MemberJson.Default.MemberList)?.Members ?? throw new AgentException("Serf answers with nothing.");
        }
        catch (JsonException error)
        {
            throw new AgentException($"Serf's list of members can't be read: {error.Message}", error);
        }
    }
}

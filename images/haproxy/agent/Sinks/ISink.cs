namespace Dockerland.HaproxyAgent.Sinks;

/// <summary>Makes something what it should be.</summary>
internal interface ISink
{
    /// <summary>A line for each thing that is to be done; none when all is as it should be.</summary>
    /// <exception cref="AgentException">It can't be known.</exception>
    Task<IReadOnlyList<string>> PlanAsync(Desired desired, CancellationToken cancellationToken);

    /// <param name="faults">Gets a sentence for what didn't work, and didn't keep the rest from being done.</param>
    /// <returns>Whether something will have to be looked at soon.</returns>
    /// <exception cref="AgentException">Nothing of it can be done.</exception>
    Task<bool> ApplyAsync(Desired desired, List<string> faults, CancellationToken cancellationToken);
}

namespace Dockerland.MetadataAgent.Host;

/// <summary>A container of the balancer's image, which keeps records of what this host answers to.</summary>
internal static class Balancer
{
    // Clients go on coming meanwhile, and other containers wait with their end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Takes the host out of them.</summary>
    /// <param name="unit">The container has its name.</param>
    /// <exception cref="AgentException">It can't be done now.</exception>
    public static async Task LeaveAsync(string unit, CancellationToken cancellationToken)
    {
        var result = await Command.RunAsync(Patience, "docker", ["exec", unit, "agent", "leave"], "", cancellationToken);
        if (result.ExitCode is not 0) throw new AgentException(ExitCodes.Software, $"{unit} can't leave its records: {result.Error}");
    }
}

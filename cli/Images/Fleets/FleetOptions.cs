namespace Dockerland.Cli.Images.Fleets;

/// <summary>How a fleet is run.</summary>
/// <param name="Name">Its network's, and before its containers' names. What is left of an earlier one of the name goes.</param>
internal sealed record FleetOptions(string Name)
{
    /// <summary>Whether the balancer tries another backend, and backends drain: what keeps requests from being lost.</summary>
    public bool IsCareful { get; init; } = true;

    /// <summary>Whom to run as the balancer.</summary>
    public string BalancerImage { get; init; } = ImageBuild.Prefix + ImageDemo.Balancer;

    /// <summary>What else the balancer's <c>docker run</c> is told.</summary>
    public IReadOnlyList<string> Balancer { get; init; } = [];

    /// <summary>What else each backend's <c>docker run</c> is told.</summary>
    public IReadOnlyList<string> Backends { get; init; } = [];

    internal IEnumerable<string> BalancerArguments => [.. IsCareful ? Array.Empty<string>() : ["--env", "HAPROXY_RETRIES=0", "--env", "HAPROXY_RETRY_ON=none"], .. Balancer];

    internal IEnumerable<string> BackendArguments => [.. IsCareful ? Array.Empty<string>() : ["--env", "DRAIN_SECONDS=0"], .. Backends];
}

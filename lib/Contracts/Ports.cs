namespace Dockerland.Contracts;

/// <summary>Ports that several programs have to agree on.</summary>
public static class Ports
{
    /// <summary>Where a host takes its clients' traffic.</summary>
    public const int Traffic = 80;

    /// <summary>Where the webapp listens in its container.</summary>
    public const int Webapp = 3000;
}

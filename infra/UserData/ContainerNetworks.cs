namespace Dockerland.Infra.UserData;

/// <summary>The range that Docker cuts its networks from: elsewhere than the VPC, so that containers reach all of it.</summary>
public static class ContainerNetworks
{
    /// <summary>Where the VPC isn't in 172.16.0.0/12.</summary>
    public const string Usual = "172.30.0.0/16";

    /// <summary>Where it is.</summary>
    public const string Other = "10.254.0.0/16";

    /// <param name="networkCidr">The VPC's range.</param>
    public static string For(string networkCidr) => networkCidr.StartsWith("172.", StringComparison.Ordinal) ? Other : Usual;
}

namespace Dockerland.Infra.UserData;

/// <summary>Variables that a container's unit needs for itself, so that its environment files can't have them.</summary>
internal static class UnitVariables
{
    public static bool IsOwn(string name) =>
        name is "HOME" or "PATH" or "IFS" or "ENV" or "NOTIFY_SOCKET"
        || name.StartsWith("DOCKER_", StringComparison.Ordinal)
        || name.StartsWith("LD_", StringComparison.Ordinal);
}

namespace Dockerland.Agents;

/// <summary>How an agent that runs once ends: by the numbers of sysexits.h, whose names systemd shows.</summary>
public static class ExitCodes
{
    public const int Success = 0;

    /// <summary>An option or a variable is wrong; trying again won't help.</summary>
    public const int Usage = 64;

    /// <summary>The metadata service or AWS doesn't answer.</summary>
    public const int Unavailable = 69;

    /// <summary>A program that was run failed.</summary>
    public const int Software = 70;

    /// <summary>A file can't be read or written.</summary>
    public const int InputOutput = 74;

    /// <summary>It isn't allowed.</summary>
    public const int NoPermission = 77;

    /// <summary>A file that is somebody else's is broken; trying again won't help.</summary>
    public const int Config = 78;
}

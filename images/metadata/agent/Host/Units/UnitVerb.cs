namespace Dockerland.MetadataAgent.Host.Units;

/// <summary>What systemd is to do with a unit.</summary>
internal enum UnitVerb
{
    Stop,
    Start,

    /// <summary>One that doesn't run is started.</summary>
    Restart,
}

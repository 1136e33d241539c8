namespace Dockerland.Infra.Settings;

/// <summary>How long a new host takes until its containers run.</summary>
public static class HostBoot
{
    /// <summary>
    /// Measured: 96 and 134 s from systemd's start until the containers' units start, on Debian 12 with the essentials to install, with a
    /// tenth of two processors, which is what a t3.micro has for good. EC2 takes up to a minute before that, and the images' download
    /// and the containers' own start come after; so twice that, rounded up.
    /// </summary>
    public const int Seconds = 300;
}

using System.Runtime.Versioning;
using Amazon;
using Amazon.AutoScaling;
using Dockerland.Imds;
using Dockerland.MetadataAgent.Host.Groups;
using Dockerland.MetadataAgent.Host.Notices;
using Dockerland.MetadataAgent.Host.Units;

namespace Dockerland.MetadataAgent.Host;

/// <summary>The host service, put together.</summary>
[UnsupportedOSPlatform("windows")]
internal static class HostProgram
{
    // One look takes no longer than the time to the next.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(HostSettings settings, ImdsOptions options, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        using var imds = new ImdsClient(options with { Deadline = Deadline }, time);
        var (id, region) = await IdentifyAsync(options, time, cancellationToken);
        using var client = new AmazonAutoScalingClient(new AmazonAutoScalingConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), AuthenticationRegion = region });
        var last = "";
        void Say(string line)
        {
            // What goes on is told once.
            if (line != last) Console.WriteLine(line);
            last = line;
        }

        Say($"watching {string.Join(", ", settings.Required)} of {id} in {region}");
        await new HostLoop(new(settings, id, new NoticeReader(imds).ReadAsync, new Systemd(), Balancer.LeaveAsync, new AwsGroup(client), time, Say), settings.Interval, time, Say).RunAsync(cancellationToken);
    }

    // With all patience: nothing begins before.
    private static async Task<(string Id, string Region)> IdentifyAsync(ImdsOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var imds = new ImdsClient(options, time);
        return (await imds.ReadInstanceIdAsync(cancellationToken), await imds.ReadRegionAsync(cancellationToken));
    }

    /// <summary>Copies this program to a path of the host's, whole or not at all, and only where it differs.</summary>
    public static void Install(string path)
    {
        var half = path + ".new";
        try
        {
            var own = File.ReadAllBytes(Environment.ProcessPath!);
            if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(own)) return;
            File.WriteAllBytes(half, own);
            File.SetUnixFileMode(half, File.GetUnixFileMode(Environment.ProcessPath!));
            File.Move(half, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AgentException(ExitCodes.InputOutput, $"{path} can't be written. Mount its folder, writable.", error);
        }
    }
}

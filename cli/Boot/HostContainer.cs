using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Dockerland.Cli.Images;
using Dockerland.Infra;

namespace Dockerland.Cli.Boot;

/// <summary>The container that boots as a host does.</summary>
internal sealed class HostContainer(DockerCommand docker, string name) : IAsyncDisposable
{
    private const string Label = "dockerland.boot";
    private const string Seed = "/var/lib/cloud/seed/nocloud";

    // Tables, mounts and cgroups of its own; without CAP_SYS_RESOURCE, which not every machine can give.
    private static readonly string[] Rights =
    [
        "--cap-add", "ALL", "--cap-drop", "SYS_RESOURCE", "--security-opt", "seccomp=unconfined", "--security-opt", "apparmor=unconfined",
        "--cgroupns", "host", "--volume", "/sys/fs/cgroup:/sys/fs/cgroup:rw", "--tmpfs", "/run", "--tmpfs", "/run/lock", "--tmpfs", "/tmp",
    ];

    public string Name => name;

    public IPAddress Address { get; private set; } = IPAddress.None;

    /// <summary>As AWS names hosts, if not by their address.</summary>
    public static string NameOf(HostPlan host) => $"ip-10-0-1-5-{host.Fleet}";

    /// <summary>
    /// This machine's address as containers reach it, on Docker's own bridge: networks that people make have a resolver on the loopback,
    /// where containers in the container wouldn't find it.
    /// </summary>
    public async Task<IPAddress> FindGatewayAsync(CancellationToken cancellationToken)
    {
        var bridge = await docker.RunAsync(["network", "inspect", "--format", "{{index .Options \"com.docker.network.bridge.name\"}}", "bridge"], cancellationToken);
        return NetworkInterface.GetAllNetworkInterfaces().Where(network => network.Name == bridge)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address)
            .FirstOrDefault(address => address.AddressFamily is AddressFamily.InterNetwork)
            ?? throw new CliException($"This machine has no network '{bridge}', on which the engine's containers would reach it. The engine has to run on this machine, and not in another one as Docker Desktop's does.");
    }

    public async Task StartAsync(AwsStandIn aws, IPAddress gateway, CancellationToken cancellationToken)
    {
        await docker.RunAsync(
            [
                "create", "--name", name, "--label", Label, "--hostname", NameOf(aws.Host), .. Rights,
                $"--env=FIXTURE_ADDRESS={gateway}", $"--env=FIXTURE_METADATA_PORT={aws.MetadataPort}", $"--env=FIXTURE_TLS_PORT={aws.TlsPort}",
                $"--env=FIXTURE_NAMES={string.Join(' ', aws.Names)}", $"--env=FIXTURE_HOPS={aws.Host.Hops}", $"--env=FIXTURE_AUTHORITY={aws.AuthorityPem}",
                ImageBuild.Prefix + ImageSource.Host,
            ],
            cancellationToken);
        await CopySeedAsync(aws, cancellationToken);
        await docker.RunAsync(["start", name], cancellationToken);
        Address = IPAddress.Parse(await docker.RunAsync(["inspect", "--format", "{{.NetworkSettings.IPAddress}}", name], cancellationToken));
        aws.Metadata.Address = Address.ToString();
    }

    /// <summary>What a shell in it prints.</summary>
    public Task<string> RunAsync(string script, CancellationToken cancellationToken = default) => docker.RunAsync(["exec", name, "sh", "-c", script], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await docker.RunAsync(["rm", "--force", "--volumes", name], CancellationToken.None);
        }
        catch (CliException)
        {
            // It was never made.
        }
    }

    // Not as a volume: the engine may not see this machine's folders.
    private async Task CopySeedAsync(AwsStandIn aws, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("dockerland-seed-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "user-data"), aws.Host.UserData, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "meta-data"), $"instance-id: {aws.Metadata.InstanceId}\nlocal-hostname: {NameOf(aws.Host)}\n", cancellationToken);
            await docker.RunAsync(["cp", folder.FullName, $"{name}:{Seed}"], cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

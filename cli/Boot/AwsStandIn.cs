using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Dockerland.Cli.Boot;

/// <summary>
/// AWS as one host sees it, on the address of a network of Docker's: the metadata service, and by TLS all names of <see cref="AwsNames"/>.
/// The host's containers trust its certificate as little as they know its names: for their <c>AWS_ENDPOINT_URL</c> APIs answer beside the metadata, too.
/// </summary>
internal sealed class AwsStandIn : IAsyncDisposable
{
    private const string RegistryConfiguration = "registry.yml";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dockerland-boot-");
    private readonly List<IAsyncDisposable> _servers = [];
    private readonly Authority _authority = new(TimeProvider.System);
    private AwsProxy? _proxy;

    private AwsStandIn(HostPlan host)
    {
        Host = host;
        Names = AwsNames.Of(host);
    }

    public HostPlan Host { get; private set; }
    public IReadOnlyCollection<string> Names { get; }
    public InstanceMetadata Metadata { get; private set; } = null!;

    /// <summary>Where the engine of this machine pushes images to: host and port.</summary>
    public string Registry { get; private set; } = "";

    /// <summary>moto's, on this machine.</summary>
    public Uri Moto { get; private set; } = null!;

    public int MetadataPort { get; private set; }
    public int TlsPort { get; private set; }

    /// <summary>The certificate that hosts shall trust.</summary>
    public string AuthorityPem => _authority.Pem;

    private LocalServer? RegistryServer { get; set; }

    /// <param name="address">That the host reaches, one of this machine's.</param>
    public static async Task<AwsStandIn> StartAsync(HostPlan host, IPAddress address, CancellationToken cancellationToken)
    {
        var standIn = new AwsStandIn(host);
        try
        {
            await standIn.StartServersAsync(cancellationToken);
            await standIn.ListenAsync(address, cancellationToken);
            return standIn;
        }
        catch
        {
            await standIn.DisposeAsync();
            throw;
        }
    }

    /// <summary>As if the registry were down.</summary>
    public async Task StopRegistryAsync()
    {
        if (RegistryServer is { } server) await server.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Enumerable.Reverse(_servers)) await server.DisposeAsync();
        _proxy?.Dispose();
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task StartServersAsync(CancellationToken cancellationToken)
    {
        var moto = await LocalServer.StartAsync("moto_server", port => ["-H", "127.0.0.1", "-p", $"{port}"], _folder.FullName, cancellationToken);
        _servers.Add(moto);
        Moto = moto.Address;
        RegistryServer = await LocalServer.StartAsync(
            "docker-registry",
            port =>
            {
                File.WriteAllText(Path.Combine(_folder.FullName, RegistryConfiguration), $$"""
                    version: 0.1
                    log: { level: error }
                    storage: { filesystem: { rootdirectory: {{_folder.FullName}}/images } }
                    http: { addr: "127.0.0.1:{{port}}" }
                    """);
                return ["serve", RegistryConfiguration];
            },
            _folder.FullName,
            cancellationToken);
        _servers.Add(RegistryServer);
        Registry = RegistryServer.Address.Authority;
        using var content = new MotoContent(Moto, Host.Region);
        Host = Host.With(await content.FillAsync(Host, _authority, cancellationToken));
        // Auto Scaling gives each of its instances this tag.
        Metadata = new(HostContainer.NameOf(Host), Host.Fleet, Host.Region, Host.Tags.SetItem("aws:autoscaling:groupName", Host.Fleet))
        {
            InstanceId = await content.StartGroupAsync(Host.Fleet, Host.Size, cancellationToken),
        };
    }

    private async Task ListenAsync(IPAddress address, CancellationToken cancellationToken)
    {
        _proxy = new(Host, Moto, RegistryServer!.Address);
        var certificate = _authority.Sign(Names);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        (MetadataPort, TlsPort) = (UnusedPort.Next(address), UnusedPort.Next(address));
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(address, MetadataPort);
            options.Listen(address, TlsPort, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.UseHttps(certificate);
            });
        });
        var application = builder.Build();
        application.Run(context => context.Connection.LocalPort == MetadataPort && context.Request.Path.StartsWithSegments("/latest") ? Metadata.AnswerAsync(context) : _proxy.AnswerAsync(context));
        await application.StartAsync(cancellationToken);
        _servers.Add(application);
    }
}

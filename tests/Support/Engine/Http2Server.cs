using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dockerland.Tests.Support.Engine;

/// <summary>Kestrel on a free loopback port, speaking HTTP/2 without TLS as the engine does.</summary>
internal sealed class Http2Server : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Http2Server(WebApplication application) => _application = application;

    /// <summary>As the engine announces it: <c>127.0.0.1:PORT</c>.</summary>
    public string Address => new Uri(_application.Urls.Single()).Authority;

    public static async Task<Http2Server> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(System.Net.IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new Http2Server(application);
    }

    /// <summary>Closes the port, and lets the calls end that are under way.</summary>
    public Task StopAsync() => _application.StopAsync();

    /// <summary>Closes the port and every connection, whatever is under way.</summary>
    public Task KillAsync() => _application.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _application.DisposeAsync();
    }
}

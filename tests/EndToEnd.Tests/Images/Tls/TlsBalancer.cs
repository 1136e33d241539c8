using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Docker;

namespace Dockerland.Tests.EndToEnd.Images.Tls;

/// <summary>A balancer with a folder of certificates, and what its visitors see.</summary>
internal sealed class TlsBalancer : IAsyncDisposable
{
    private const string Label = "dockerland.test=tls";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly DockerEngine _engine;
    private readonly TempFolder _temp = new();
    private readonly int _admin = FreePort.Next();
    private readonly string _name = $"dockerland-tls-{Guid.NewGuid():N}";

    private TlsBalancer(DockerEngine engine) => _engine = engine;

    public int Http { get; } = FreePort.Next();

    public int Https { get; } = FreePort.Next();

    public static async Task<TlsBalancer> StartAsync(DockerEngine engine, params string[] options)
    {
        var balancer = new TlsBalancer(engine);
        try
        {
            Directory.CreateDirectory(balancer._temp.File("tls"));
            await engine.RunAsync([
                "run", "--detach", "--label", Label, "--name", balancer._name, "--volume", $"{balancer._temp.File("tls")}:/etc/haproxy/tls:ro",
                "--publish", $"127.0.0.1:{balancer.Http}:80", "--publish", $"127.0.0.1:{balancer.Https}:443", "--publish", $"127.0.0.1:{balancer._admin}:9999", .. options, "dockerland/haproxy",
            ]);
            await Condition.WaitAsync("HAProxy runs", Deadline, async () => await balancer.WorkerAsync() is not null);
            return balancer;
        }
        catch
        {
            await balancer.DisposeAsync();
            throw;
        }
    }

    public void Put(string name, string text)
    {
        var path = _temp.File($"tls/{name}");
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }

    public void Remove(string name) => File.Delete(_temp.File($"tls/{name}"));

    /// <summary>The fingerprint of what a visitor gets who asks for a name; null when he isn't let in.</summary>
    public async Task<string?> AskAsync(string name = "any.example")
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Https);
            string? fingerprint = null;
            await using var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: true, (_, certificate, _, _) => (fingerprint = certificate?.GetCertHashString()) is not null);
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = name, CertificateRevocationCheckMode = X509RevocationMode.NoCheck }, new CancellationTokenSource(TimeSpan.FromSeconds(5)).Token);
            return fingerprint;
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            return null;
        }
    }

    public Task WaitForAsync(string? fingerprint, string name = "any.example") => Condition.WaitAsync($"'{name}' gets {fingerprint}", Deadline, async () => await AskAsync(name) == fingerprint);

    /// <summary>The process that serves: a reload would make it another one.</summary>
    public async Task<string?> WorkerAsync() => (await AdministerAsync("show info")).Split('\n').FirstOrDefault(line => line.StartsWith("Pid:", StringComparison.Ordinal));

    public async Task<string> AdministerAsync(string command)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, _admin);
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(command + "\n"));
            using var reader = new StreamReader(client.GetStream());
            return await reader.ReadToEndAsync();
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            return "";
        }
    }

    public Task<string> LogAsync() => _engine.RunAsync("logs", _name);

    public Task RestartAsync() => _engine.RunAsync("restart", _name);

    public async ValueTask DisposeAsync()
    {
        await _engine.RunAsync("rm", "--force", "--volumes", _name);
        _temp.Dispose();
    }
}

using System.Net;
using System.Net.Sockets;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Images.Tls;

/// <summary>Certificates that come, change and go while the balancer runs.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class TlsTests(DockerFixture docker)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task The_First_Certificate_Lets_Visitors_In_Without_A_Reload()
    {
        await using var balancer = await StartAsync();
        var (worker, before, one) = (await balancer.WorkerAsync(), await balancer.AskAsync(), TestPem.For("one.example"));

        balancer.Put("one.pem", one.Text);
        await balancer.WaitForAsync(one.Fingerprint);

        Assert.Equal((null, worker), (before, await balancer.WorkerAsync()));
    }

    [SkippableFact]
    public async Task A_Renewed_Certificate_Is_Served_Without_A_Reload_Or_A_Lost_Visitor()
    {
        await using var balancer = await StartAsync();
        var (old, renewed) = (TestPem.For("one.example"), TestPem.For("one.example"));
        balancer.Put("one.pem", old.Text);
        await balancer.WaitForAsync(old.Fingerprint, "one.example");
        var worker = await balancer.WorkerAsync();
        var seen = new List<string?>();

        balancer.Put("one.pem", renewed.Text);
        while (seen.LastOrDefault() != renewed.Fingerprint && seen.Count < 10_000) seen.Add(await balancer.AskAsync("one.example"));

        Assert.Equal([old.Fingerprint, renewed.Fingerprint], seen.Distinct());
        Assert.Equal(worker, await balancer.WorkerAsync());
    }

    [SkippableFact]
    public async Task Each_Name_Gets_Its_Own()
    {
        await using var balancer = await StartAsync();
        var (one, two) = (TestPem.For("one.example"), TestPem.For("two.example"));
        balancer.Put("one.pem", one.Text);
        balancer.Put("two.pem", two.Text);
        await balancer.WaitForAsync(two.Fingerprint, "two.example");

        Assert.Equal((one.Fingerprint, one.Fingerprint), (await balancer.AskAsync("one.example"), await balancer.AskAsync("other.example")));
    }

    [SkippableFact]
    public async Task One_That_Is_Gone_Is_Served_No_More_Nor_After_A_Restart()
    {
        await using var balancer = await StartAsync();
        var (one, two) = (TestPem.For("one.example"), TestPem.For("two.example"));
        balancer.Put("one.pem", one.Text);
        balancer.Put("two.pem", two.Text);
        await balancer.WaitForAsync(one.Fingerprint, "one.example");

        balancer.Remove("one.pem");
        await balancer.WaitForAsync(two.Fingerprint, "one.example");
        await balancer.RestartAsync();

        await balancer.WaitForAsync(two.Fingerprint, "one.example");
    }

    [SkippableFact]
    public async Task A_Broken_One_Is_Told_Of_And_The_Last_Good_One_Stays()
    {
        await using var balancer = await StartAsync();
        var (one, other) = (TestPem.For("one.example"), TestPem.For("one.example"));
        balancer.Put("one.pem", one.Text);
        await balancer.WaitForAsync(one.Fingerprint);

        balancer.Put("one.pem", $"{one.Certificate}\n{other.Key}\n");
        await Condition.WaitAsync("the log tells of it", Deadline, async () => (await balancer.LogAsync()).Contains("one.pem has a private key that isn't its first certificate's", StringComparison.Ordinal));

        Assert.Equal(one.Fingerprint, await balancer.AskAsync());
        Assert.DoesNotContain(other.Key.Split('\n')[1], await balancer.LogAsync(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("true", HttpStatusCode.MovedPermanently)]
    [InlineData("", HttpStatusCode.ServiceUnavailable)]
    public async Task Visitors_Without_Tls_Are_Sent_There_When_That_Is_Wished(string redirect, HttpStatusCode status)
    {
        await using var balancer = await StartAsync("--env", $"HAPROXY_REDIRECT={redirect}");
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var without = await StatusAsync(client, balancer);
        var one = TestPem.For("one.example");
        balancer.Put("one.pem", one.Text);
        await balancer.WaitForAsync(one.Fingerprint);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, status), (without, await StatusAsync(client, balancer)));
    }

    [SkippableFact]
    public async Task Tls_1_1_Is_Refused()
    {
        await using var balancer = await StartAsync();
        var one = TestPem.For("one.example");
        balancer.Put("one.pem", one.Text);
        await balancer.WaitForAsync(one.Fingerprint);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, balancer.Https);

        // A client's hello of TLS 1.1 with two ciphers of its time. What it gets is a fatal alert (2): protocol version (70).
        await client.GetStream().WriteAsync((byte[])[22, 3, 1, 0, 47, 1, 0, 0, 43, 3, 2, .. new byte[32], 0, 0, 4, 0xc0, 0x13, 0, 0x2f, 1, 0]);
        var answer = new byte[7];
        await client.GetStream().ReadExactlyAsync(answer);

        Assert.Equal([21, 2, 70], new[] { answer[0], answer[5], answer[6] });
    }

    [SkippableFact]
    public async Task A_Parameter_Is_Read_Again_And_Served_Without_A_Reload()
    {
        DockerFixture.Require();
        Prerequisite.Programs(Moto.Programs);
        await using var moto = await Moto.StartAsync("0.0.0.0");
        var (old, renewed) = (TestPem.For("one.example"), TestPem.For("one.example"));
        await PutParameterAsync(moto, old);
        await using var imds = await FakeImds.StartAsync(new(IPAddress.Any, 0));
        imds.GiveRole("host", "test", "test");
        // As on a host: its role's credentials, by its metadata.
        await using var balancer = await StartAsync([
            "--add-host", "cloud:host-gateway", "--env", $"AWS_ENDPOINT_URL=http://cloud:{moto.Endpoint.Port}", "--env", $"AWS_EC2_METADATA_SERVICE_ENDPOINT=http://cloud:{new Uri(imds.Endpoint).Port}", "--env", "AWS_REGION=us-east-1",
            "--env", "HAPROXY_CERTIFICATE_PARAMETERS=/certificates/balancer", "--env", "HAPROXY_CERTIFICATE_SECONDS=5",
        ]);
        await balancer.WaitForAsync(old.Fingerprint);
        var worker = await balancer.WorkerAsync();

        await PutParameterAsync(moto, renewed);
        await balancer.WaitForAsync(renewed.Fingerprint);

        Assert.Equal(worker, await balancer.WorkerAsync());
    }

    private async Task<TlsBalancer> StartAsync(params string[] options)
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy");
        return await TlsBalancer.StartAsync(docker.Engine, options);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, TlsBalancer balancer)
    {
        using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{balancer.Http}/"));
        return response.StatusCode;
    }

    private static Task<System.Text.Json.JsonElement> PutParameterAsync(Moto moto, TestPem pem) => moto.Boto3Async($"""
        boto3.client('ssm').put_parameter(Name='/certificates/balancer', Type='SecureString', Overwrite=True, Value={System.Text.Json.JsonSerializer.Serialize(pem.Text)})
        result = None
        """);
}

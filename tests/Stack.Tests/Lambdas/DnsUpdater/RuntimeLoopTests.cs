using System.Net;
using Dockerland.DnsUpdater;

namespace Dockerland.Tests.Lambdas.DnsUpdater;

public sealed class RuntimeLoopTests
{
    [Fact]
    public async Task An_Event_Is_Answered_Under_Its_Id()
    {
        var api = new FakeApi();

        await new RuntimeLoop(api.Client(), (@event, _) => Task.FromResult($"got {@event}")).RunOnceAsync(CancellationToken.None);

        Assert.Equal(["GET /2018-06-01/runtime/invocation/next ", "POST /2018-06-01/runtime/invocation/id-1/response got {}"], api.Requests);
    }

    [Fact]
    public async Task A_Failure_Is_That_Events()
    {
        var api = new FakeApi();

        await new RuntimeLoop(api.Client(), (_, _) => throw new InvalidOperationException("no \"zone\"")).RunOnceAsync(CancellationToken.None);

        Assert.Equal(
            """POST /2018-06-01/runtime/invocation/id-1/error {"errorType":"InvalidOperationException","errorMessage":"no \u0022zone\u0022"} InvalidOperationException""",
            api.Requests[^1]);
    }

    [Fact]
    public async Task Today_Each_Event_Fails_And_Says_Why()
    {
        var api = new FakeApi();

        await new RuntimeLoop(api.Client(), Updater.HandleAsync).RunOnceAsync(CancellationToken.None);

        Assert.Contains("This version of the updater changes no records.", api.Requests[^1], StringComparison.Ordinal);
    }

    /// <summary>Lambda's runtime API with one event.</summary>
    private sealed class FakeApi : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        public HttpClient Client() => new(this) { BaseAddress = new("http://127.0.0.1:9001/2018-06-01/runtime/") };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var type = request.Headers.TryGetValues("Lambda-Runtime-Function-Error-Type", out var types) ? " " + types.Single() : "";
            Requests.Add($"{request.Method} {request.RequestUri!.AbsolutePath} {body}{type}");
            var response = new HttpResponseMessage(request.Method == HttpMethod.Get ? HttpStatusCode.OK : HttpStatusCode.Accepted) { Content = new StringContent("{}") };
            response.Headers.Add("Lambda-Runtime-Aws-Request-Id", "id-1");
            return response;
        }
    }
}

using System.Net;
using System.Text;
using Amazon.Lambda.RuntimeSupport;

namespace Dockerland.Tests.Sdks.Lambda;

public sealed class LambdaBootstrapTests
{
    private const string Path = "/2018-06-01/runtime";

    [Fact]
    public async Task Events_Are_Answered_Under_Their_Ids()
    {
        var api = new FakeRuntimeApi("one", "two");

        await RunAsync(api, Echo);

        Assert.Equal(
            [
                $"GET {Path}/invocation/next", $"POST {Path}/invocation/id-1/response got one",
                $"GET {Path}/invocation/next", $"POST {Path}/invocation/id-2/response got two",
                $"GET {Path}/invocation/next",
            ],
            api.Requests);
    }

    [Fact]
    public async Task A_Failure_Is_That_Events()
    {
        var api = new FakeRuntimeApi("one", "two");

        await RunAsync(api, async request => (await TextAsync(request)) is "one" ? throw new InvalidOperationException("no \"zone\"") : await Echo("two"));

        Assert.StartsWith($$"""POST {{Path}}/invocation/id-1/error {"errorType":"InvalidOperationException","errorMessage":"no \u0022zone\u0022",""", api.Requests[1], StringComparison.Ordinal);
        Assert.EndsWith("(InvalidOperationException)", api.Requests[1], StringComparison.Ordinal);
        Assert.Equal($"POST {Path}/invocation/id-2/response got two", api.Requests[3]);
    }

    [Fact]
    public async Task The_Time_That_Is_Left_Is_That_Until_The_Deadline()
    {
        var remaining = TimeSpan.Zero;

        await RunAsync(new("one"), request =>
        {
            remaining = request.LambdaContext.RemainingTime;
            return Echo(request);
        });

        Assert.InRange(remaining, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task An_Initializer_That_Fails_Is_Told_And_No_Event_Is_Asked_For()
    {
        var api = new FakeRuntimeApi("one");

        await Assert.ThrowsAsync<FormatException>(() => RunAsync(api, Echo, () => throw new FormatException("no settings")));

        Assert.StartsWith($$"""POST {{Path}}/init/error {"errorType":"FormatException","errorMessage":"no settings",""", Assert.Single(api.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Initializer_Can_End_It()
    {
        var api = new FakeRuntimeApi("one");

        await RunAsync(api, Echo, () => Task.FromResult(false));

        Assert.Empty(api.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task An_Answer_That_Is_Not_Taken_Ends_It(HttpStatusCode status)
    {
        var error = await Assert.ThrowsAsync<RuntimeApiClientException>(() => RunAsync(new("one") { Taken = status }, Echo));

        Assert.Equal((int)status, error.StatusCode);
    }

    private static async Task RunAsync(FakeRuntimeApi api, LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
    {
        Environment.SetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001");
        using var http = new HttpClient(api);
        using var bootstrap = new LambdaBootstrap(http, handler, initializer);
        await bootstrap.RunAsync(api.Stop);
    }

    private static async Task<InvocationResponse> Echo(InvocationRequest request) => await Echo(await TextAsync(request));

    private static Task<InvocationResponse> Echo(string text) => Task.FromResult(new InvocationResponse(new MemoryStream(Encoding.UTF8.GetBytes($"got {text}"))));

    private static async Task<string> TextAsync(InvocationRequest request)
    {
        using var reader = new StreamReader(request.InputStream);
        return await reader.ReadToEndAsync();
    }
}

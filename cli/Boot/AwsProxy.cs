using System.Text;
using Microsoft.AspNetCore.Http;

namespace Dockerland.Cli.Boot;

/// <summary>
/// Answers for AWS's names: a registry for that of the images, a package that does nothing for agents' downloads, and moto for the rest.
/// </summary>
internal sealed class AwsProxy(HostPlan host, Uri moto, Uri registry) : IDisposable
{
    private static readonly string[] OwnHeaders = ["Connection", "Host", "Transfer-Encoding"];

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly HashSet<string> _registries = [.. host.Images.Keys.Select(AwsNames.RegistryOf)];

    public Task AnswerAsync(HttpContext context)
    {
        var (name, path) = (context.Request.Host.Host, context.Request.Path.Value!);
        if (_registries.Contains(name)) return IsLoggedIn(context.Request) ? ForwardAsync(context, registry, anonymous: true) : AskForLoginAsync(context);
        if (name.Contains("s3.", StringComparison.Ordinal) && path.EndsWith(".deb", StringComparison.Ordinal))
            return context.Response.Body.WriteAsync(StandInPackage.Make(Path.GetFileNameWithoutExtension(path)), context.RequestAborted).AsTask();
        return ForwardAsync(context, moto, anonymous: false);
    }

    public void Dispose() => _client.Dispose();

    // ECR's user is AWS, and the password what its API handed out: whoever has one came by the credential helper.
    private static bool IsLoggedIn(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        Span<byte> text = stackalloc byte[512];
        return given.StartsWith("Basic ", StringComparison.Ordinal)
            && Convert.TryFromBase64String(given["Basic ".Length..], text, out var length)
            && Encoding.UTF8.GetString(text[..length]) == $"AWS:{HostPlan.Account}-auth-token";
    }

    private static Task AskForLoginAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = $"Basic realm=\"https://{context.Request.Host}/\",service=\"ecr.amazonaws.com\"";
        return Task.CompletedTask;
    }

    private async Task ForwardAsync(HttpContext context, Uri server, bool anonymous)
    {
        var (from, to) = (context.Request, context.Response);
        using var request = new HttpRequestMessage(new(from.Method), new Uri(server, $"{from.Path}{from.QueryString}"));
        if (from.ContentLength > 0 || from.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(from.Body);
        foreach (var (name, values) in from.Headers)
        {
            if (OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) || (anonymous && name is "Authorization")) continue;
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)) request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        // moto tells by it which service is meant.
        request.Headers.Host = from.Host.Value;
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        to.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            if (!OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) to.Headers[name] = values.ToArray();
        if (!HttpMethods.IsHead(from.Method)) await response.Content.CopyToAsync(to.Body, context.RequestAborted);
    }
}

using Microsoft.AspNetCore.Http;

namespace Dockerland.Tests.Support.Clouds;

/// <summary>Hands a request on to a cloud, and its answer back.</summary>
internal static class Forwarding
{
    private static readonly string[] ConnectionHeaders = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive"];

    public static async Task SendAsync(HttpClient cloud, HttpContext context, byte[] body)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), context.Request.Path + context.Request.QueryString) { Content = new ByteArrayContent(body) };
        foreach (var (name, values) in context.Request.Headers.Where(header => !ConnectionHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());

        using var response = await cloud.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => !ConnectionHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            context.Response.Headers[name] = values.ToArray();
        await response.Content.CopyToAsync(context.Response.Body);
    }
}

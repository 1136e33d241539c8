using System.Net;
using System.Text.Json;

namespace Dockerland.Tests.Updater.DnsUpdater.Registry;

/// <summary>Docker Cloud's API for nodes, two to a page.</summary>
internal sealed class FakeNodeRegistry : HttpMessageHandler
{
    private const string Path = "/api/infra/v1/node/";
    private const int PageSize = 2;

    public List<(string Id, string State, string Address)> Nodes { get; } = [];

    /// <summary>Method, path and who asks.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What deletions are answered with.</summary>
    public HttpStatusCode OnDelete { get; set; } = HttpStatusCode.Accepted;

    /// <summary>What lists are answered with.</summary>
    public HttpStatusCode OnList { get; set; } = HttpStatusCode.OK;

    /// <summary>Whether it never answers.</summary>
    public bool IsSlow { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsSlow) await Task.Delay(Timeout.Infinite, cancellationToken);
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery} {request.Headers.Authorization}");
        return request.Method == HttpMethod.Delete ? Delete(request.RequestUri.AbsolutePath) : List(request.RequestUri.Query);
    }

    private HttpResponseMessage Delete(string path)
    {
        var known = Nodes.RemoveAll(node => $"{Path}{node.Id}/" == path) > 0;
        return new(known ? OnDelete : HttpStatusCode.NotFound);
    }

    private HttpResponseMessage List(string query)
    {
        var offset = query is "" ? 0 : int.Parse(query.Split("offset=")[1].Split('&')[0], null);
        var next = offset + PageSize < Nodes.Count ? $"{Path}?offset={offset + PageSize}&limit={PageSize}" : null;
        return new(OnList)
        {
            Content = new StringContent(JsonSerializer.Serialize(new
            {
                meta = new { limit = PageSize, next, offset, total_count = Nodes.Count },
                objects = Nodes.Skip(offset).Take(PageSize).Select(node => new { uuid = node.Id, state = node.State, public_ip = node.Address, deployed_datetime = "Mon, 13 Oct 2014 11:01:43 +0000" }),
            })),
        };
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dockerland.Tests.Support.GitHub;

/// <summary>
/// The part of GitHub's REST API that comments and issues need, on a loopback port: pages with a Link header, whose size the server
/// alone decides, and the errors of a missing token and a too long body.
/// </summary>
public sealed class FakeGitHub : IAsyncDisposable
{
    public const string Token = "a-token";
    public const string Repository = "example/dockerland";
    public const string Bot = "github-actions[bot]";

    private const int PageSize = 2;
    private const int MostCharacters = 65_536;

    private readonly WebApplication _application;
    private readonly Lock _gate = new();
    private int _last = 1000;

    private FakeGitHub(WebApplication application) => _application = application;

    public string Address => _application.Urls.Single();

    public List<JsonObject> Pulls { get; } = [];
    public List<JsonObject> Issues { get; } = [];

    /// <summary>Number of an issue or pull request → its comments.</summary>
    public Dictionary<int, List<JsonObject>> Comments { get; } = [];

    /// <summary>Every request, as <c>GET /path?query</c>.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<FakeGitHub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var github = new FakeGitHub(builder.Build());
        github.Map();
        await github._application.StartAsync();
        return github;
    }

    public JsonObject AddComment(int number, string login, string body)
    {
        var comment = new JsonObject { ["id"] = ++_last, ["user"] = new JsonObject { ["login"] = login }, ["body"] = body };
        Of(number).Add(comment);
        return comment;
    }

    public JsonObject AddIssue(string login, string body, bool isPull = false)
    {
        var issue = new JsonObject { ["number"] = ++_last, ["user"] = new JsonObject { ["login"] = login }, ["body"] = body, ["title"] = "", ["state"] = "open" };
        if (isPull) issue["pull_request"] = new JsonObject();
        Issues.Add(issue);
        return issue;
    }

    /// <param name="repository">OWNER/NAME that it comes from.</param>
    public void AddPull(int number, string repository, string branch, string sha) => Pulls.Add(new()
    {
        ["number"] = number,
        ["head"] = new JsonObject { ["label"] = $"{repository.Split('/')[0]}:{branch}", ["sha"] = sha, ["repo"] = new JsonObject { ["full_name"] = repository } },
    });

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private List<JsonObject> Of(int number) => Comments.TryGetValue(number, out var comments) ? comments : Comments[number] = [];

    private void Map()
    {
        _application.Use(async (context, next) =>
        {
            lock (_gate) Requests.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            if (context.Request.Headers.Authorization == $"Bearer {Token}") await next(context);
            else await Results.Json(new { message = "Bad credentials" }, statusCode: 401).ExecuteAsync(context);
        });
        var repository = _application.MapGroup($"/repos/{Repository}");
        repository.MapGet("/pulls", (HttpContext context, string head, int page = 1) => Page(context, page, Pulls.Where(pull => pull["head"]!["label"]!.ToString() == head)));
        repository.MapGet("/issues", (HttpContext context, string creator, int page = 1) => Page(context, page, Issues.Where(issue => issue["state"]!.ToString() == "open" && issue["user"]!["login"]!.ToString() == creator)));
        repository.MapGet("/issues/{number:int}/comments", (HttpContext context, int number, int page = 1) => Page(context, page, Of(number)));
        repository.MapPost("/issues/{number:int}/comments", (int number, JsonObject sent) => Written(sent, () => AddComment(number, Bot, sent["body"]!.ToString())));
        repository.MapPatch("/issues/comments/{id:int}", (int id, JsonObject sent) => Written(sent, () => Change(Comments.Values.SelectMany(comments => comments).Single(comment => (int)comment["id"]! == id), sent)));
        repository.MapPost("/issues", (JsonObject sent) => Written(sent, () => Change(AddIssue(Bot, ""), sent)));
        repository.MapPatch("/issues/{number:int}", (int number, JsonObject sent) => Written(sent, () => Change(Issues.Single(issue => (int)issue["number"]! == number), sent)));
    }

    private IResult Page(HttpContext context, int page, IEnumerable<JsonObject> items)
    {
        var all = items.ToList();
        if (page * PageSize < all.Count)
        {
            var query = context.Request.Query.Where(entry => entry.Key != "page").Select(entry => $"{entry.Key}={Uri.EscapeDataString(entry.Value.ToString())}");
            context.Response.Headers.Link = $"<{Address}/>; rel=\"first\", <{Address}{context.Request.Path}?{string.Join('&', query)}&page={page + 1}>; rel=\"next\"";
        }
        return Results.Json(all.Skip((page - 1) * PageSize).Take(PageSize));
    }

    private static IResult Written(JsonObject sent, Func<JsonObject> write) => sent["body"]?.ToString().Length > MostCharacters
        ? Results.Json(new { message = "Validation Failed" }, statusCode: 422)
        : Results.Json(write());

    private static JsonObject Change(JsonObject item, JsonObject sent)
    {
        foreach (var (key, value) in sent) item[key] = value?.DeepClone();
        return item;
    }
}

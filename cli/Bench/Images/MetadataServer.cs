using System.Net;
using Dockerland.Cli.Boot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dockerland.Cli.Bench.Images;

/// <summary>An instance's metadata service on this machine, and EC2 beside it: the same tags by both.</summary>
internal sealed class MetadataServer : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["Name"] = "web",
        ["docker.environment"] = "production",
        ["docker.role"] = "web",
        ["example.db.host"] = "db.example.internal",
    };

    private readonly WebApplication _application;

    private MetadataServer(WebApplication application) => _application = application;

    /// <summary>Without a slash at its end.</summary>
    public string Address => _application.Urls.Single().TrimEnd('/');

    public static async Task<MetadataServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var metadata = new InstanceMetadata("ip-10-0-0-7", "web", "eu-central-1", Tags) { Address = "10.0.0.7" };
        application.Run(context => HttpMethods.IsPost(context.Request.Method) ? context.Response.WriteAsync(DescribedTags(metadata.InstanceId), context.RequestAborted) : metadata.AnswerAsync(context));
        await application.StartAsync(cancellationToken);
        return new(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static string DescribedTags(string id)
    {
        var items = Tags.Select(tag => $"<item><key>{tag.Key}</key><resourceId>{id}</resourceId><resourceType>instance</resourceType><value>{tag.Value}</value></item>");
        return $"""<DescribeTagsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId><tagSet>{string.Concat(items)}</tagSet></DescribeTagsResponse>""";
    }
}

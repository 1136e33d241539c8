using System.Reflection;
using Amazon.Runtime;
using Dockerland.Tests.Support.Aws;

namespace Dockerland.Tests.Sdks.AwsSdk;

/// <summary>A client of either assembly, used by name.</summary>
internal sealed class ReflectedClient(ProofService service, Assembly assembly, Uri endpoint) : IDisposable
{
    private readonly AmazonServiceClient client = Create(service, assembly, endpoint);

    public void Dispose() => client.Dispose();

    /// <summary>A request with every member set.</summary>
    public object Request(string operation) => SampleValues.Fill(Type(operation + "Request"), depth: 4);

    public Type Type(string model) => assembly.GetType($"{service.Namespace}.Model.{model}", throwOnError: true)!;

    /// <summary>The answer, or the exception that came in its place.</summary>
    public async Task<object> CallAsync(string operation, object request)
    {
        var method = client.GetType().GetMethod(operation + "Async", [request.GetType(), typeof(CancellationToken)])!;
        try
        {
            var task = (Task)method.Invoke(client, [request, CancellationToken.None])!;
            await task;
            return task.GetType().GetProperty("Result")!.GetValue(task)!;
        }
        catch (AmazonServiceException e)
        {
            return e;
        }
    }

    private static AmazonServiceClient Create(ProofService service, Assembly assembly, Uri endpoint)
    {
        var config = (ClientConfig)Activator.CreateInstance(assembly.GetType($"{service.Namespace}.Amazon{service.Entry.Client}Config", throwOnError: true)!)!;
        config.ServiceURL = endpoint.OriginalString;
        config.AuthenticationRegion = "us-east-1";
        config.MaxErrorRetry = 0;
        var type = assembly.GetType($"{service.Namespace}.Amazon{service.Entry.Client}Client", throwOnError: true)!;
        return (AmazonServiceClient)Activator.CreateInstance(type, new BasicAWSCredentials("key", "secret"), config)!;
    }
}

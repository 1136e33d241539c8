using Dockerland.DnsUpdater;

const string Variable = "AWS_LAMBDA_RUNTIME_API";

if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } address)
{
    Console.Error.WriteLine($"dns-updater: {Variable} is not set. Lambda sets it; nothing else runs this program.");
    return 1;
}

// Lambda freezes the process while it waits for an event: no time-out would mean anything.
using var http = new HttpClient { BaseAddress = new($"http://{address}/2018-06-01/runtime/"), Timeout = Timeout.InfiniteTimeSpan };
await new RuntimeLoop(http, Updater.HandleAsync).RunAsync(CancellationToken.None);
return 0;

using System.Runtime.InteropServices;
using Amazon.Lambda.RuntimeSupport;
using Dockerland.DnsUpdater;

const string Variable = "AWS_LAMBDA_RUNTIME_API";

if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
{
    Console.Error.WriteLine($"dns-updater: {Variable} is not set. Lambda sets it; nothing else runs this program.");
    return 1;
}

using var stop = new CancellationTokenSource();
// Lambda's way to say that it needs this process no more.
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    stop.Cancel();
});
using var bootstrap = new LambdaBootstrap(Updater.HandleAsync);
await bootstrap.RunAsync(stop.Token);
return 0;

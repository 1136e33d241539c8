using System.Runtime.InteropServices;
using Amazon.Lambda.RuntimeSupport;
using Dockerland.DnsUpdater;
using Dockerland.DnsUpdater.Telemetry;

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

Updater? updater = null;
using var bootstrap = new LambdaBootstrap(
    invocation => updater!.HandleAsync(invocation, stop.Token),
    () =>
    {
        var settings = UpdaterSettings.Read(Environment.GetEnvironmentVariable);
        updater = new(settings, Clouds.OfEnvironment(settings), new Log(Console.Out, TimeProvider.System), TimeProvider.System);
        return Task.FromResult(true);
    });
try
{
    await bootstrap.RunAsync(stop.Token);
    return 0;
}
catch (UpdaterException)
{
    // It was told, and written, as an error of the initialization.
    return 1;
}

using System.Runtime.InteropServices;
using Dockerland.HaproxyAgent;
using Dockerland.HaproxyAgent.Members;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Sinks;

const string Usage = """
    The balancer's agent: makes HAProxy's servers those that Serf knows.

    Usage: agent COMMAND

      prepare                  make what HAProxy needs to start: its configuration and certificates
      run                      go on, until SIGTERM; SIGCONT wakes it
      sync --once [--dry-run]  once; with --dry-run only say what is to be done
    """;

if (OperatingSystem.IsWindows())
{
    Console.Error.WriteLine("agent: HAProxy doesn't run on Windows, nor does this.");
    return 1;
}

using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    stop.Cancel();
});

var log = new Log(Console.Out);
try
{
    var settings = AgentSettings.Read(Environment.GetEnvironmentVariable);
    var sources = new Sources(new SerfMembers(), []);
    ISink[] sinks =
    [
        new ServerSink(new HaproxyRuntime(new(settings.AdminSocket)), new MembersFile(settings), settings.Drain, TimeProvider.System, log),
    ];
    var pass = new AgentPass(sources, sinks, log);
    var edge = new Edge(Environment.GetEnvironmentVariable, new(settings.AdminSocket), TimeProvider.System);
    switch (args)
    {
        case ["run"]:
            using (var loop = new AgentLoop(pass, settings, TimeProvider.System))
            using (PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => loop.Wake()))
                await await Task.WhenAny(loop.RunAsync(stop.Token), edge.RunAsync(stop.Token));
            return 0;
        case ["prepare"]:
            await edge.PrepareAsync(stop.Token);
            return 0;
        case ["sync", "--once"]:
            await pass.RunOnceAsync(stop.Token);
            await edge.RunOnceAsync(stop.Token);
            return log.HasProblems ? 1 : 0;
        case ["sync", "--once", "--dry-run"]:
            foreach (var line in (await pass.PlanAsync(stop.Token)).DefaultIfEmpty("Nothing is to be done.")) Console.WriteLine(line);
            return log.HasProblems ? 1 : 0;
        case ["--help" or "-h" or "help"]:
            Console.WriteLine(Usage);
            return 0;
        default:
            Console.Error.WriteLine($"agent: '{string.Join(' ', args)}' is no command.\n{Usage}");
            return 2;
    }
}
catch (OperationCanceledException)
{
    return 0;
}
catch (AgentException error)
{
    Console.Error.WriteLine($"agent: {error.Message}");
    return 1;
}

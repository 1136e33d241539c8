using System.Runtime.InteropServices;
using Dockerland.Contracts;
using Dockerland.HaproxyAgent;
using Dockerland.HaproxyAgent.Commands;
using Dockerland.HaproxyAgent.Configuration;
using Dockerland.HaproxyAgent.Containers;
using Dockerland.HaproxyAgent.Members;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Services;
using Dockerland.HaproxyAgent.Sinks;

const string Usage = """
    The balancer's agent: makes HAProxy's servers those that Serf knows, and containers with a DOMAIN.

    Usage: agent COMMAND

      prepare                  make what HAProxy needs to start: its configuration and certificates
      run                      go on, until SIGTERM; SIGCONT wakes it
      leave                    take the host out of the records of its names, until the container starts again
      sync --once [--dry-run]  once; with --dry-run only say what is to be done
      status                   sources, servers, reloads and what is wrong; exits 1 when something is
      dump [--values]          all that Docker tells of its containers, as YAML; what may be a secret, of variables and arguments, only with --values
    """;

if (OperatingSystem.IsWindows())
{
    Console.Error.WriteLine("agent: HAProxy doesn't run on Windows, nor does this.");
    return 1;
}

// Before any setting is read: whoever has a wrong one asks for it.
if (args is ["--help" or "-h" or "help"])
{
    Console.WriteLine(Usage);
    return 0;
}

using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    stop.Cancel();
});

try
{
    var settings = AgentSettings.Read(Environment.GetEnvironmentVariable);
    var problems = args is ["run"] ? settings.ProblemsFile : null;
    var log = new Log(Console.Out, problems);
    using var engine = new Engine(settings.DockerSocket);
    var stops = new StopSignals(TimeProvider.System);
    var hasEngine = Engine.IsThere(settings.DockerSocket);
    var sources = new Sources(new SerfMembers(), [new FileSource(settings.SourceFile, settings.Zones), .. hasEngine ? new IServiceSource[] { new ContainerSource(engine, stops, settings.Zones) } : []]);
    var runtime = new HaproxyRuntime(new(settings.AdminSocket));
    var reload = new HaproxyReload(settings);
    var edge = new Edge(Environment.GetEnvironmentVariable, new(settings.AdminSocket), reload, TimeProvider.System, problems);
    ISink[] sinks =
    [
        new ServerSink(runtime, new MembersFile(settings), settings.Drain, TimeProvider.System, log),
        new ServiceSink(new ServiceConfiguration(settings, reload), runtime, settings.KeepName, TimeProvider.System, log),
        .. edge.Records is { } records ? new ISink[] { new RecordSink(records) } : [],
    ];
    var pass = new AgentPass(sources, sinks, log);
    switch (args)
    {
        case ["run"]:
            using (var loop = new AgentLoop(pass, settings, TimeProvider.System))
            using (PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => loop.Wake()))
            {
                var events = hasEngine ? new ContainerEvents(engine, stops, TimeProvider.System).RunAsync(loop.Wake, stop.Token) : Task.Delay(Timeout.Infinite, stop.Token);
                try
                {
                    await await Task.WhenAny(loop.RunAsync(stop.Token), edge.RunAsync(stop.Token), events);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested && edge.Records is not null)
                {
                    await edge.Records.StopAsync();
                }
            }

            return 0;
        case ["leave"]:
            if (edge.Records is null) throw new AgentException($"This host keeps no records: {EnvironmentVariables.RecordZoneId} isn't set.");
            await edge.Records.LeaveAsync(stop.Token);
            return 0;
        case ["prepare"]:
            await edge.PrepareAsync(stop.Token);
            return 0;
        case ["sync", "--once"]:
            await pass.RunOnceAsync(stop.Token);
            await edge.RunOnceAsync(stop.Token);
            return log.HasProblems || edge.HasProblems ? 1 : 0;
        case ["sync", "--once", "--dry-run"]:
            foreach (var line in (await pass.PlanAsync(stop.Token)).DefaultIfEmpty("Nothing is to be done.")) Console.WriteLine(line);
            return log.HasProblems ? 1 : 0;
        case ["status"]:
            var report = await new StatusCommand(settings, sources, runtime, TimeProvider.System).RunAsync(stop.Token);
            foreach (var line in report.Lines) Console.WriteLine(line);
            return report.IsWell ? 0 : 1;
        case ["dump"] or ["dump", "--values"]:
            if (!hasEngine) throw new AgentException($"There is no {settings.DockerSocket}: mount Docker's socket there.");
            var containers = await engine.InspectAllAsync(stop.Token);
            Console.Write(ContainerDump.Render(containers, withValues: args is [_, "--values"]));
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
catch (Exception error) when (AgentException.MayPass(error))
{
    Console.Error.WriteLine($"agent: {error.Message}");
    return 1;
}

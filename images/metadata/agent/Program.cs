using System.Runtime.InteropServices;
using Amazon;
using Amazon.EC2;
using Dockerland.Imds;
using Dockerland.MetadataAgent.Handover;
using Dockerland.MetadataAgent.Host;
using Dockerland.MetadataAgent.Instance;

const string Usage = """
    Hands an EC2 instance's tags over to Docker and to the host's containers.

    Usage: agent [-m] [-t PREFIX]… [-e TAG:VARIABLE]… [--dry-run]
           agent host [--first UNIT]… [--then UNIT]… [--leave UNIT]… [--linger SECONDS] [--leaving FILE]
           agent install FILE

      -m               what the instance is, too: AWS_INSTANCE_ID and others (AWS_METADATA_LOAD=true)
      -t PREFIX        tags that begin so become labels of Docker; docker. by itself (AWS_METADATA_TAG_PREFIXES)
      -e TAG:VARIABLE  a tag's value becomes a variable's (AWS_METADATA_TAG_VARIABLES)
      --dry-run        only say what is to be done

    host, on the host itself: stops its containers before it goes, and has it replaced when they fail.
      --first UNIT     of a container that others find by Serf: stopped as soon as the host is to go
      --then UNIT      of one that is found by a record: stopped after --linger SECONDS, or before a spot instance's end
      --leave UNIT     one of them, a balancer that keeps records of its own: takes the host out of them before anything stops
      --leaving FILE   there while the host goes: /run/dockerland/host/leaving
      HOST_PATIENCE_SECONDS  how long a unit may have failed before the host is replaced: 30 to 3600, 180 by itself
    install            copies this program to where it runs as host

    A variable has a list, with ';' or ',' between; an option takes its place.
    Ends with 0, or as sysexits.h says: 64 wrong option, 69 no answer, 70 'ros' failed, 74 a file can't be written,
    77 not allowed, 78 daemon.json is broken.
    """;

if (OperatingSystem.IsWindows())
{
    Console.Error.WriteLine("metadata: Docker's hosts here run Linux, and so does this.");
    return ExitCodes.Usage;
}

using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    stop.Cancel();
});

try
{
    if (args is ["--help" or "-h" or "help"])
    {
        Console.WriteLine(Usage);
        return ExitCodes.Success;
    }

    if (args is ["install", var file])
    {
        HostProgram.Install(file);
        return ExitCodes.Success;
    }

    if (args is ["host", .. var options])
    {
        await HostProgram.RunAsync(HostSettings.Read(options, Environment.GetEnvironmentVariable), Endpoint(), stop.Token);
        return ExitCodes.Success;
    }

    var settings = HandoverSettings.Read(args, Environment.GetEnvironmentVariable);
    using var imds = new ImdsClient(Endpoint(), TimeProvider.System);
    var tags = new InstanceTags(imds, region => new AmazonEC2Client(new AmazonEC2Config { RegionEndpoint = RegionEndpoint.GetBySystemName(region), AuthenticationRegion = region }));
    await new HandoverPass(settings, imds, tags, Console.Out).RunAsync(stop.Token);
    return ExitCodes.Success;
}
catch (OperationCanceledException)
{
    return ExitCodes.Success;
}
catch (ImdsException error)
{
    Console.Error.WriteLine($"metadata: {error.Message}");
    return ExitCodes.Unavailable;
}
catch (AgentException error)
{
    Console.Error.WriteLine($"metadata: {error.Message}{(error.ExitCode is ExitCodes.Usage ? $"\n{Usage}" : "")}");
    return error.ExitCode;
}

static ImdsOptions Endpoint()
{
    try
    {
        return ImdsOptions.Read(Environment.GetEnvironmentVariable);
    }
    catch (ImdsException error)
    {
        // A variable that is wrong now is wrong the next time.
        throw new AgentException(ExitCodes.Usage, error.Message, error);
    }
}

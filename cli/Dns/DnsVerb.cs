using System.CommandLine;
using Amazon.AutoScaling;
using Amazon.EC2;
using Amazon.Route53;
using Dockerland.Cli.Planning;
using Dockerland.Dns;
using Dockerland.DnsUpdater;
using Dockerland.DnsUpdater.Fleets;

namespace Dockerland.Cli.Dns;

internal static class DnsVerb
{
    private const string Examples = """


        Examples:
          ./dockerland dns plan prod
          ./dockerland dns plan prod --group balancer --json
          ./dockerland dns sync prod --policy upsert-only --dry-run
          ./dockerland dns sync prod --adopt www.example.com
        """;

    public static Command Create(Terminal terminal, Repository repository) => new("dns", $"Let records follow a stack's healthy hosts, as its updater does, with your AWS credentials{Examples}")
    {
        Plan(terminal, repository),
        Sync(terminal, repository),
    };

    private static Command Plan(Terminal terminal, Repository repository)
    {
        var options = new DnsOptions();
        var verb = new Command("plan", $"Show which hosts count for which records, and what records lack of them. Exits with {PlanVerb.Different} when they lack something");
        options.AddTo(verb);
        verb.SetAction((parsed, cancellationToken) => RunAsync(terminal, options.Read(parsed, repository), options.IsJson(parsed), cancellationToken));
        return verb;
    }

    private static Command Sync(Terminal terminal, Repository repository)
    {
        var options = new DnsOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Change nothing: the same as 'dns plan'" };
        var wait = new Option<bool>("--wait") { Description = "Wait until all of Route53's servers have the changes" };
        var verb = new Command("sync", "Make records what the stack's healthy hosts are") { dryRun, wait };
        options.AddTo(verb);
        verb.SetAction((parsed, cancellationToken) =>
            RunAsync(terminal, options.Read(parsed, repository) with { Apply = !parsed.GetValue(dryRun), Wait = parsed.GetValue(wait) }, options.IsJson(parsed), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Terminal terminal, DnsRequest request, bool isJson, CancellationToken cancellationToken)
    {
        var access = await AwsAccess.FindAsync(request.Target.Profile, request.Target.Region, request.Target.Roles, cancellationToken);
        request = request with { Target = request.Target with { Region = access.Region.SystemName } };
        using var autoScaling = new AmazonAutoScalingClient(access.Credentials, access.Config<AmazonAutoScalingConfig>());
        using var ec2 = new AmazonEC2Client(access.Credentials, access.Config<AmazonEC2Config>());
        var withoutRetries = new AmazonRoute53Config { RegionEndpoint = access.Region, MaxErrorRetry = 0 };
        using var route53 = new AmazonRoute53Client(access.Credentials, withoutRetries);
        try
        {
            var report = await new DnsRun(new AwsFleetSource(autoScaling, ec2), route53, Progress(terminal)).RunAsync(request, cancellationToken);
            await terminal.Out.WriteAsync(isJson ? DnsJson.Render(report) : DnsText.Render(report));
            foreach (var problem in report.Problems) await terminal.Error.WriteLineAsync($"error: {problem}");
            return ExitCode(report);
        }
        catch (Exception error) when (error is UpdaterException or DnsException)
        {
            throw new CliException(error.Message, error);
        }
    }

    internal static int ExitCode(DnsReport report) =>
        !report.Problems.IsEmpty ? CommandLine.Failure
        : report.IsApplied || report.Changes.IsEmpty ? CommandLine.Success
        : PlanVerb.Different;

    // A script has no use for it.
    internal static Action<string> Progress(Terminal terminal) => terminal.Interactive ? text => terminal.Error.WriteLine($"{text} …") : _ => { };
}

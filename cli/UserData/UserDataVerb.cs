using System.CommandLine;
using Dockerland.Cli.Boot;
using Dockerland.Cli.Planning;
using Dockerland.Infra;

namespace Dockerland.Cli.UserData;

internal static class UserDataVerb
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    public static Command Create(Terminal terminal, Repository repository)
    {
        var fleet = new Argument<string>("FLEET") { Description = "The fleet, as in the stack's fleets" };
        var stack = new Option<string>("--stack") { Description = "The stack, as in Pulumi.STACK.yaml", HelpName = "STACK", DefaultValueFactory = _ => PlanVerb.DefaultStack };
        var boot = new Option<bool>("--boot") { Description = "Boot a host with it, in a container on this machine; needs Docker, moto_server and docker-registry" };
        var keep = new Option<bool>("--keep") { Description = "Keep that host until Ctrl-C, to look around" };
        var verb = new Command("userdata", "Show what a fleet's hosts are told at their first boot, and try it") { fleet, stack, boot, keep };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(keep) && !result.GetValue(boot)) result.AddError("--keep keeps what --boot boots: give both.");
        });
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var (ofStack, ofFleet) = (parsed.GetRequiredValue(stack), parsed.GetRequiredValue(fleet));
            if (parsed.GetValue(boot)) return await new BootCommand(terminal, repository).RunAsync(ofStack, ofFleet, parsed.GetValue(keep), cancellationToken);
            await terminal.Out.WriteAsync(await ReadAsync(repository, ofStack, ofFleet));
            return CommandLine.Success;
        });
        return verb;
    }

    /// <summary>From the plan, so that it is what a deployment hands over: with all that other resources add.</summary>
    private static async Task<string> ReadAsync(Repository repository, string stack, string fleet)
    {
        var inputs = PlanVerb.ReadInputs(repository, stack, out var configuration);
        RequireFleet(inputs, stack, fleet);

        var plan = await PlanVerb.EvaluateAsync(repository, configuration, inputs);
        var template = plan.Resources.Single(resource => resource.Type is Template && resource.Name == fleet);
        return template.Inputs["userData"]!.GetValue<string>();
    }

    /// <exception cref="CliException">There is no such fleet.</exception>
    public static void RequireFleet(StackInputs inputs, string stack, string fleet)
    {
        if (!inputs.Settings.Fleets.ContainsKey(fleet)) throw new CliException(Unknown(fleet, stack, [.. inputs.Settings.Fleets.Keys]));
    }

    private static string Unknown(string fleet, string stack, string[] fleets) =>
        $"There is no fleet '{fleet}' in the stack '{stack}'. {(Typo.Guess(fleet, fleets) is { } guess ? $"Did you mean '{guess}'?" : $"There are: {string.Join(", ", fleets)}.")}";
}

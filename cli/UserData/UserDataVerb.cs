using System.CommandLine;
using Dockerland.Cli.Planning;

namespace Dockerland.Cli.UserData;

internal static class UserDataVerb
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    public static Command Create(Terminal terminal, Repository repository)
    {
        var fleet = new Argument<string>("FLEET") { Description = "The fleet, as in the stack's fleets" };
        var stack = new Option<string>("--stack") { Description = "The stack, as in Pulumi.STACK.yaml", HelpName = "STACK", DefaultValueFactory = _ => PlanVerb.DefaultStack };
        var verb = new Command("userdata", "Show what a fleet's hosts are told at their first boot") { fleet, stack };
        verb.SetAction(async (parsed, _) =>
        {
            await terminal.Out.WriteAsync(await ReadAsync(repository, parsed.GetRequiredValue(stack), parsed.GetRequiredValue(fleet)));
            return CommandLine.Success;
        });
        return verb;
    }

    /// <summary>From the plan, so that it is what a deployment hands over: with all that other resources add.</summary>
    private static async Task<string> ReadAsync(Repository repository, string stack, string fleet)
    {
        var inputs = PlanVerb.ReadInputs(repository, stack, out var configuration);
        if (!inputs.Settings.Fleets.ContainsKey(fleet)) throw new CliException(Unknown(fleet, stack, [.. inputs.Settings.Fleets.Keys]));

        var plan = await PlanVerb.EvaluateAsync(repository, configuration, inputs);
        var template = plan.Resources.Single(resource => resource.Type is Template && resource.Name == fleet);
        return template.Inputs["userData"]!.GetValue<string>();
    }

    private static string Unknown(string fleet, string stack, string[] fleets) =>
        $"There is no fleet '{fleet}' in the stack '{stack}'. {(Typo.Guess(fleet, fleets) is { } guess ? $"Did you mean '{guess}'?" : $"There are: {string.Join(", ", fleets)}.")}";
}

using System.CommandLine;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Pulumi;

namespace Dockerland.Cli.Planning;

internal static class PlanVerb
{
    private const string DefaultStack = "dev";

    public static Command Create(Terminal terminal, Repository repository)
    {
        var stack = new Argument<string>("STACK") { Description = "The stack, as in Pulumi.STACK.yaml", DefaultValueFactory = _ => DefaultStack };
        var json = new Option<bool>("--json") { Description = "Print it for programs" };
        var verb = new Command("plan", "Show what a stack would create; needs no account, Pulumi or Docker") { stack, json };
        verb.SetAction(async (parsed, _) =>
        {
            var inputs = ReadInputs(repository, parsed.GetRequiredValue(stack), out var configuration);
            foreach (var warning in inputs.Settings.Warnings)
                await terminal.Error.WriteLineAsync($"warning: {warning}");
            foreach (var note in UnsetSecrets.Describe(inputs.Settings))
                await terminal.Error.WriteLineAsync(note);
            var plan = await EvaluateAsync(repository, configuration, inputs);
            await terminal.Out.WriteAsync(parsed.GetValue(json) ? PlanJson.Render(plan) : PlanText.Render(plan));
            return CommandLine.Success;
        });
        return verb;
    }

    /// <summary>The plan of a stack of this repository.</summary>
    public static Task<Plan> EvaluateAsync(Repository repository, string stack)
    {
        var inputs = ReadInputs(repository, stack, out var configuration);
        return EvaluateAsync(repository, configuration, inputs);
    }

    private static StackInputs ReadInputs(Repository repository, string stack, out StackConfiguration configuration)
    {
        configuration = StackFiles.Read(repository, stack);
        try
        {
            return StackInputs.Read(new(configuration.Values, configuration.SecretKeys), repository.Root, MissingSecrets.Show);
        }
        catch (Exception error) when (error is RunException or ArgumentException)
        {
            throw new CliException(error.Message, error);
        }
    }

    private static Task<Plan> EvaluateAsync(Repository repository, StackConfiguration configuration, StackInputs inputs) =>
        new StackEvaluation(repository).RunAsync(configuration.Project, configuration.Stack, options => new DockerlandStack(inputs, options));
}

using System.CommandLine;
using Dockerland.Cli.Planning.Impact;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Pulumi;

namespace Dockerland.Cli.Planning;

internal static class PlanVerb
{
    /// <summary>Exit code of a comparison that found differences.</summary>
    public const int Different = 2;

    /// <summary>The stack that is meant when none is named.</summary>
    public const string DefaultStack = "dev";

    public static Command Create(Terminal terminal, Repository repository)
    {
        var stack = new Argument<string>("STACK") { Description = "The stack, as in Pulumi.STACK.yaml", DefaultValueFactory = _ => DefaultStack };
        var json = new Option<bool>("--json") { Description = "Print it for programs" };
        var against = new Option<string?>("--against")
        {
            Description = $"Show what changes since another plan, and what that means: a file that --json wrote, or a revision of git. Exits with {Different} when something does",
            HelpName = "FILE|GIT-REV",
        };
        var verb = new Command("plan", "Show what a stack would create; needs no account, Pulumi or Docker") { stack, json, against };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var inputs = ReadInputs(repository, parsed.GetRequiredValue(stack), out var configuration);
            foreach (var warning in inputs.Settings.Warnings)
                await terminal.Error.WriteLineAsync($"warning: {warning}");
            foreach (var note in UnsetSecrets.Describe(inputs.Settings).Concat(Unasked.Describe(inputs.Settings)).Concat(SwarmNotes.Describe(inputs.Settings)))
                await terminal.Error.WriteLineAsync(note);
            var (plan, made) = await RunAsync(repository, configuration, inputs);
            foreach (var warning in await made.UnusedExemptionsAsync())
                await terminal.Error.WriteLineAsync($"warning: {warning}");
            if (parsed.GetValue(against) is not { } other)
            {
                await terminal.Out.WriteAsync(parsed.GetValue(json) ? PlanJson.Render(plan) : PlanText.Render(plan));
                return CommandLine.Success;
            }
            try
            {
                var impact = await CompareAsync(terminal, repository, plan, other, cancellationToken);
                await terminal.Out.WriteAsync(parsed.GetValue(json) ? ImpactJson.Render(impact) : ImpactText.Render(impact));
                return impact.Diff.IsEmpty ? CommandLine.Success : Different;
            }
            catch (BaseFailedException error)
            {
                // Else no change could mend the base and be looked at before.
                await terminal.Out.WriteAsync(parsed.GetValue(json) ? WithoutBase.RenderJson(plan, other, error) : WithoutBase.Render(plan, other, error));
                return Different;
            }
        });
        return verb;
    }

    /// <summary>The plan of a stack of this repository.</summary>
    public static Task<Plan> EvaluateAsync(Repository repository, string stack)
    {
        var inputs = ReadInputs(repository, stack, out var configuration);
        return EvaluateAsync(repository, configuration, inputs);
    }

    private static async Task<PlanImpact> CompareAsync(Terminal terminal, Repository repository, Plan plan, string other, CancellationToken cancellationToken)
    {
        if (File.Exists(other))
            return PlanImpact.Of(PlanDiff.Between(OfSameStack(PlanReader.Read(await File.ReadAllTextAsync(other, cancellationToken), other), plan, other), plan), other);
        var (former, commit) = await new GitPlans(repository, terminal).ReadAsync(other, plan.Stack, cancellationToken);
        return PlanImpact.Of(PlanDiff.Between(OfSameStack(former, plan, other), plan), $"{other} ({commit})");
    }

    // All names would differ, so that nothing would be found again.
    private static Plan OfSameStack(Plan former, Plan plan, string source) => former switch
    {
        { Resources.IsEmpty: true } => former,
        _ when former.Project != plan.Project =>
            throw new CliException($"'{source}' is a plan of the project '{former.Project}', and this is '{plan.Project}': to Pulumi these are different stacks, with nothing to compare. 'pulumi stack rename' takes a stack to another project."),
        _ when former.Stack != plan.Stack =>
            throw new CliException($"'{source}' is a plan of the stack '{former.Stack}', not of '{plan.Stack}'. Compare it with its own: ./dockerland plan {former.Stack} --against {source}"),
        _ => former,
    };

    /// <summary>A stack's settings and sources, without its secrets.</summary>
    public static StackInputs ReadInputs(Repository repository, string stack, out StackConfiguration configuration)
    {
        configuration = StackFiles.Read(repository, stack);
        return ReadInputs(repository, configuration);
    }

    /// <summary>Those of what a stack's files say, or would.</summary>
    public static StackInputs ReadInputs(Repository repository, StackConfiguration configuration)
    {
        try
        {
            return StackInputs.Read(new(configuration.Values, configuration.SecretKeys), repository.Root, MissingSecrets.Show);
        }
        catch (Exception error) when (error is RunException or ArgumentException)
        {
            throw new CliException(error.Message, error);
        }
    }

    /// <summary>The plan of a stack whose inputs are read already.</summary>
    public static async Task<Plan> EvaluateAsync(Repository repository, StackConfiguration configuration, StackInputs inputs, Placeholders? placeholders = null) =>
        (await RunAsync(repository, configuration, inputs, placeholders)).Plan;

    private static async Task<(Plan Plan, DockerlandStack Made)> RunAsync(Repository repository, StackConfiguration configuration, StackInputs inputs, Placeholders? placeholders = null)
    {
        DockerlandStack? made = null;
        var plan = await new StackEvaluation(repository, placeholders).RunAsync(configuration.Project, configuration.Stack, options => made = new DockerlandStack(inputs, options));
        return (plan with { Provider = ProviderSettings.Of(configuration), Secrets = configuration.SecretHashes }, made!);
    }
}

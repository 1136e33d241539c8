using System.Collections.Immutable;
using Dockerland.Infra.Rules;
using Pulumi;

namespace Dockerland.Tests.Infra.Rules;

/// <summary>A run of a small program whose resources are held against the rules.</summary>
internal sealed record RuledRun(Cloud Cloud, RuleCheck Check, string? Error)
{
    public static Task<RuledRun> UpAsync(Action program, params (string Rule, string Resource)[] exempt) => RunAsync(isPreview: false, program, exempt);

    public static Task<RuledRun> PreviewAsync(Action program) => RunAsync(isPreview: true, program, []);

    private static async Task<RuledRun> RunAsync(bool isPreview, Action program, (string Rule, string Resource)[] exempt)
    {
        var exemptions = exempt.GroupBy(pair => pair.Rule, StringComparer.Ordinal).ToImmutableSortedDictionary(
            rule => rule.Key,
            rule => rule.ToImmutableSortedDictionary(pair => pair.Resource, _ => "a test", StringComparer.Ordinal),
            StringComparer.Ordinal);
        var (cloud, check) = (new Cloud(isPreview), new RuleCheck(exemptions));
        try
        {
            await Deployment.TestAsync(cloud, new() { ProjectName = "dockerland", StackName = "dev", IsPreview = isPreview }, () => _ = new RuledStack(check, program));
            return new(cloud, check, null);
        }
        catch (Exception error) when (error is RunException or AggregateException)
        {
            return new(cloud, check, error is AggregateException { InnerExceptions: var several } ? string.Join('\n', several.Select(one => one.Message)) : error.Message);
        }
    }

    private sealed class RuledStack : Pulumi.Stack
    {
        public RuledStack(RuleCheck check, Action program)
            : base(check.AddTo(null)) => program();
    }
}

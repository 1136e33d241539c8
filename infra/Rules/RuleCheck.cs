using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using Pulumi;

namespace Dockerland.Infra.Rules;

/// <summary>
/// Holds every resource of a stack against the rules before it is registered: one that breaks a rule never is, in a plan, a
/// preview or an update. An update that skips its preview may have made others by then.
/// </summary>
internal sealed class RuleCheck
{
    private readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> _exemptions;
    private readonly List<Task> _checks = [];
    private readonly HashSet<(string Rule, string Resource)> _used = [];

    /// <param name="exemptions">Rule → resource → the reason.</param>
    public RuleCheck(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> exemptions)
    {
        if (exemptions.Keys.FirstOrDefault(name => Rule.All.All(rule => rule.Name != name)) is { } unknown)
            throw new RunException($"{Key}.{unknown} is no rule; there are: {string.Join(", ", Rule.All.Select(rule => rule.Name).Order(StringComparer.Ordinal))}.");

        _exemptions = exemptions;
    }

    /// <summary>A stack's options with a check of all that it declares, after whatever others do to it.</summary>
    public StackOptions AddTo(StackOptions? options)
    {
        options ??= new();
        options.ResourceTransformations.Add(Transform);
        return options;
    }

    private static string Key => $"{SettingsReader.Project}:exemptions";

    private ResourceTransformationResult? Transform(ResourceTransformationArgs args)
    {
        if (args.Resource is not CustomResource || !Rule.ByType.TryGetValue(args.Resource.GetResourceType(), out var rules)) return null;

        var check = CheckAsync(args.Resource, args.Args, rules, isUpdate: !Deployment.Instance.IsDryRun);
        lock (_checks) _checks.Add(check);
        // Waited for as a resource that must be there first would be; it is none.
        var gate = Output.Create(check);
        var options = CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new() { DependsOn = gate });
        return new(args.Args, options);
    }

    // What has to be there first: nothing, but for an update of parts.
    private async Task<ImmutableArray<Resource>> CheckAsync(Resource resource, ResourceArgs args, ImmutableArray<Rule> rules, bool isUpdate)
    {
        var inputs = await InputReader.ReadAsync(resource, args, isUpdate).ConfigureAwait(false);
        var problems = rules
            .Select(rule => (rule.Name, Problem: rule.Problem(inputs)))
            .Where(found => found.Problem is not null && !IsExempt(found.Name, inputs.Name))
            .Select(found => $"Rule {found.Name}: {inputs.Type} '{inputs.Name}' {found.Problem}, or give the reason why not: pulumi config set --path '{Key}.{found.Name}[\"{inputs.Name}\"]' REASON")
            .ToArray();
        return problems.Length == 0 ? inputs.LeftOut : throw new RunException(string.Join('\n', problems));
    }

    private bool IsExempt(string rule, string resource)
    {
        if (_exemptions.GetValueOrDefault(rule)?.ContainsKey(resource) is not true) return false;
        lock (_used) _used.Add((rule, resource));
        return true;
    }

    /// <summary>To be called when everything is declared: an exemption that nothing needs hides what comes next.</summary>
    public void WarnOfUnused()
    {
        _ = Output.Create(WarnAsync());

        async Task<bool> WarnAsync()
        {
            foreach (var warning in await UnusedAsync().ConfigureAwait(false)) Log.Warn(warning);
            return true;
        }
    }

    /// <summary>A warning for each exemption that no resource declared so far needs.</summary>
    internal async Task<ImmutableArray<string>> UnusedAsync()
    {
        Task[] checks;
        lock (_checks) checks = [.. _checks];
        await Task.WhenAll(checks).ConfigureAwait(false);
        return
        [
            .. from rule in _exemptions
               from resource in rule.Value.Keys
               where !_used.Contains((rule.Key, resource))
               select $"{Key}.{rule.Key}.{resource} exempts nothing: there is no such resource, or it keeps the rule. Remove it: pulumi config rm --path '{Key}.{rule.Key}[\"{resource}\"]'",
        ];
    }
}

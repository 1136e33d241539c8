using System.CommandLine;
using Dockerland.Cli.Planning;
using Dockerland.Contracts;

namespace Dockerland.Cli.Dns;

/// <summary>The words of both verbs.</summary>
internal sealed class DnsOptions
{
    private readonly Argument<string> _stack = new("STACK") { Description = "The stack, as in Pulumi.STACK.yaml", DefaultValueFactory = _ => PlanVerb.DefaultStack };
    private readonly Option<string[]> _groups = new("--group") { Description = "Look at this fleet's group, and at those that share a record with it; may be said again", HelpName = "FLEET|GROUP" };
    private readonly Option<string[]> _zones = new("--zone") { Description = "Also look for records of gone groups in this zone, which no group names any more; may be said again", HelpName = "ID" };
    private readonly Option<string[]> _adopt = new("--adopt") { Description = "Take this record over from whoever has it; may be said again", HelpName = "NAME" };
    private readonly Option<string> _policy = new("--policy") { Description = "Which changes to make at most; a group's tag may let fewer be made", HelpName = "POLICY", DefaultValueFactory = _ => DomainMetaTags.Policies[0] };
    private readonly Option<string?> _region = new("--region") { Description = "Where the groups are, if not where the stack's file says", HelpName = "REGION" };
    private readonly Option<string?> _profile = new("--profile") { Description = "Whose AWS credentials to use, if not those of the stack's file, with its roles, or of the environment", HelpName = "PROFILE" };
    private readonly Option<bool> _json = new("--json") { Description = "Print it for programs" };

    public DnsOptions() => _policy.AcceptOnlyFromAmong([.. DomainMetaTags.Policies]);

    public void AddTo(Command verb)
    {
        verb.Add(_stack);
        foreach (var option in new Option[] { _groups, _zones, _adopt, _policy, _region, _profile, _json }) verb.Add(option);
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public DnsRequest Read(ParseResult parsed, Repository repository)
    {
        var target = DnsTarget.Of(StackFiles.Read(repository, parsed.GetRequiredValue(_stack)));
        return new(
            target.With(parsed.GetValue(_region), parsed.GetValue(_profile)),
            [.. parsed.GetValue(_groups) ?? []],
            [.. parsed.GetValue(_zones) ?? []],
            [.. parsed.GetValue(_adopt) ?? []],
            (PlanPolicy)DomainMetaTags.Policies.IndexOf(parsed.GetRequiredValue(_policy)))
        {
            Apply = false,
        };
    }
}

using System.Collections.Immutable;
using Dockerland.Infra.Policies;
using Pulumi;
using Pulumi.Aws.Sns;

namespace Dockerland.Infra.Components;

/// <summary>Who is told of alarms: topics that are there, and people by e-mail, for whom a topic is made.</summary>
public sealed class AlarmTargets : ComponentResource
{
    public AlarmTargets(string name, AlarmTargetsArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:AlarmTargets", name, options)
    {
        var people = args.Targets.Where(IsAddress).Order(StringComparer.Ordinal).ToImmutableArray();
        Actions = [.. args.Targets.Except(people).Order(StringComparer.Ordinal).Select(topic => Output.Create(topic)), .. people.IsEmpty ? [] : MailTopic(name, people, args)];
        RegisterOutputs();
    }

    /// <summary>ARNs for an alarm's actions.</summary>
    public ImmutableArray<Output<string>> Actions { get; }

    private static bool IsAddress(string target) => target.Contains('@', StringComparison.Ordinal);

    private ImmutableArray<Output<string>> MailTopic(string name, IEnumerable<string> people, AlarmTargetsArgs args)
    {
        var child = new CustomResourceOptions { Parent = this };

        var topic = new Topic(name, new() { DisplayName = args.DisplayName, KmsMasterKeyId = args.KeyArn }, child);
        _ = new TopicPolicy(name, new()
        {
            Arn = topic.Arn,
            Policy = Output.Tuple(args.Account, topic.Arn).Apply(parts => EventsPolicy.AlarmTopic(parts.Item1, parts.Item2)),
        }, child);
        // By the address and never by its place in the list: one more or less unsubscribes nobody else.
        foreach (var address in people)
            _ = new TopicSubscription($"{name}-{address}", new() { Topic = topic.Arn, Protocol = "email", Endpoint = address }, child);

        return [topic.Arn];
    }
}

/// <summary>What <see cref="AlarmTargets"/> are made of.</summary>
public sealed record AlarmTargetsArgs
{
    /// <summary>ARNs of topics, and e-mail addresses; whoever has one of these confirms the subscription himself.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>Whom such a mail is from; at most 100 characters.</summary>
    public required string DisplayName { get; init; }

    public required Output<string> KeyArn { get; init; }
    public required Output<AwsAccount> Account { get; init; }
}

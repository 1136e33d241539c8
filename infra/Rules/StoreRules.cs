using System.Collections.Immutable;

namespace Dockerland.Infra.Rules;

/// <summary>What keeps or carries data.</summary>
internal static class StoreRules
{
    public static ImmutableArray<Rule> All { get; } =
    [
        new("topic-key", ["aws:sns/topic:Topic"], TopicKey),
        new("immutable-tags", ["aws:ecr/repository:Repository"], ImmutableTags),
        new("log-retention", ["aws:cloudwatch/logGroup:LogGroup"], LogRetention),
        new("secure-parameters", ["aws:ssm/parameter:Parameter"], SecureParameters),
    ];

    // AWS's own key has a policy that lets neither Auto Scaling nor EventBridge nor CloudWatch use it, and can't be given another.
    private static string? TopicKey(ResourceInputs topic) => topic.At("kmsMasterKeyId") switch
    {
        null or "" => "has no key, so its messages are stored in clear. Set kmsMasterKeyId to a key of your own",
        string key when key.EndsWith("alias/aws/sns", StringComparison.Ordinal) =>
            $"is encrypted with '{key}', under which messages of AWS's services are lost without a word. Set kmsMasterKeyId to a key of your own whose policy lets them use it",
        _ => null,
    };

    private static string? ImmutableTags(ResourceInputs repository) => repository.At("imageTagMutability") is var mutability && mutability != ResourceInputs.Unknown && ResourceInputs.Text(mutability) is not ['I', 'M', 'M', ..]
        ? $"has imageTagMutability '{ResourceInputs.Text(mutability) ?? "not set"}', so a tag may mean another image tomorrow. Set it to 'IMMUTABLE'"
        : null;

    private static string? LogRetention(ResourceInputs log) => ResourceInputs.Text(log.At("retentionInDays")) is null or "0"
        ? "keeps its lines forever. Set retentionInDays"
        : null;

    private static string? SecureParameters(ResourceInputs parameter) =>
        parameter.Secrets.Contains("value") && parameter.At("type") is var type && type != ResourceInputs.Unknown && ResourceInputs.Text(type) is not "SecureString"
            ? $"holds a secret as '{ResourceInputs.Text(type)}', in clear. Set its type to 'SecureString'"
            : null;
}

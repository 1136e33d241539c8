using Dockerland.Infra.Policies;
using Pulumi;
using Pulumi.Aws.Kms;

namespace Dockerland.Infra.Components;

/// <summary>
/// The key that topics are encrypted with. AWS's own, <c>alias/aws/sns</c>, can't be used by Auto Scaling, EventBridge and
/// CloudWatch, so that what they publish under it is lost without a word.
/// </summary>
public sealed class EventKey : ComponentResource
{
    public EventKey(string name, EventKeyArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:EventKey", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var key = new Key(name, new()
        {
            Description = args.Description,
            EnableKeyRotation = true,
            // The shortest there is: nothing lies encrypted for longer than a message is under way.
            DeletionWindowInDays = 7,
            Policy = args.Account.Apply(EventsPolicy.Key),
        }, child);
        // An alias takes no dots, and a stack's name has no slashes.
        _ = new Pulumi.Aws.Kms.Alias(name, new() { Name = $"alias/{args.AliasName.Replace('.', '/')}", TargetKeyId = key.Id }, child);

        Arn = key.Arn;
        RegisterOutputs();
    }

    [Output("arn")] public Output<string> Arn { get; private set; }
}

/// <summary>What an <see cref="EventKey"/> is made of.</summary>
public sealed record EventKeyArgs
{
    public required string Description { get; init; }

    /// <summary>Without <c>alias/</c>.</summary>
    public required string AliasName { get; init; }

    public required Output<AwsAccount> Account { get; init; }
}

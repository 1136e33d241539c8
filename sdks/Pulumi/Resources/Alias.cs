namespace Pulumi;

/// <summary>A name that a resource had before: a URN, or what differs from today's.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    /// <summary>The former parent. At most one of this, <see cref="ParentUrn"/> and <see cref="NoParent"/>.</summary>
    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether it had no parent but the stack.</summary>
    public bool NoParent { get; set; }

    /// <exception cref="ArgumentException">when members contradict each other</exception>
    internal async Task<Rpc.Alias> ToWireAsync()
    {
        var parents = (Parent is null ? 0 : 1) + (ParentUrn is null ? 0 : 1) + (NoParent ? 1 : 0);
        if (Urn is not null)
        {
            var hasOthers = Name is not null || Type is not null || Stack is not null || Project is not null || parents > 0;
            return hasOthers
                ? throw new ArgumentException($"An alias with Urn '{Urn}' takes no other member. Remove the others or the Urn.")
                : new() { Urn = Urn };
        }

        if (parents > 1)
        {
            throw new ArgumentException("An alias takes one of Parent, ParentUrn and NoParent. Remove the others.");
        }

        var spec = new Rpc.Alias.Types.Spec
        {
            Name = await TextAsync(Name).ConfigureAwait(false),
            Type = await TextAsync(Type).ConfigureAwait(false),
            Stack = await TextAsync(Stack).ConfigureAwait(false),
            Project = await TextAsync(Project).ConfigureAwait(false),
        };
        if (NoParent)
        {
            spec.NoParent = true;
        }
        else if (parents > 0)
        {
            spec.ParentUrn = await TextAsync(Parent is { } parent ? parent.Urn : ParentUrn).ConfigureAwait(false);
        }

        return new() { Spec = spec };
    }

    private static async Task<string> TextAsync(Input<string>? input) =>
        await input.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false) ?? "";
}

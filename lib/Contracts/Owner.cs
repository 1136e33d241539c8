using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Dockerland.Contracts;

/// <summary>
/// Whose a record is, as a TXT record at <see cref="Names.Ownership"/> says it:
/// | kept by | text |
/// | the updater | <c>heritage=dockerland,owner=STACK,group=GROUP</c> |
/// | the agent on a host | <c>heritage=dockerland,owner=STACK,group=GROUP,instance=ID</c> |
/// A record that several groups share has one such text of each. An agent's record is a multivalue set of its own, as is its TXT
/// record, and both have the instance's id as set identifier: no two agents ever write the same set.
/// </summary>
/// <param name="Stack">As groups have it in <see cref="TagKeys.Stack"/>.</param>
/// <param name="Group">The Auto Scaling group's name.</param>
/// <param name="Instance">The host whose agent keeps the record; null for those of the updater.</param>
public sealed record Owner(string Stack, string Group, string? Instance = null)
{
    private const string Heritage = "heritage=dockerland";
    private const string StackKey = "owner=";
    private const string GroupKey = "group=";
    private const string InstanceKey = "instance=";

    /// <summary>As the TXT record has it, without its quotes: printable ASCII, with neither quotes nor backslashes.</summary>
    public override string ToString() =>
        $"{Heritage},{StackKey}{Escape(Stack)},{GroupKey}{Escape(Group)}" + (Instance is null ? "" : $",{InstanceKey}{Escape(Instance)}");

    /// <summary>Reads such a text; false for any other, one of ours with a part missing included.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Owner? owner)
    {
        owner = text.Split(',') switch
        {
            [Heritage, var stack, var group] when Has(stack, StackKey) && Has(group, GroupKey) =>
                new(Part(stack, StackKey), Part(group, GroupKey)),
            [Heritage, var stack, var group, var instance] when Has(stack, StackKey) && Has(group, GroupKey) && Has(instance, InstanceKey) =>
                new(Part(stack, StackKey), Part(group, GroupKey), Part(instance, InstanceKey)),
            _ => null,
        };
        return owner is not null;
    }

    private static bool Has(string text, string key) => text.Length > key.Length && text.StartsWith(key, StringComparison.Ordinal);

    private static string Part(string text, string key) => Uri.UnescapeDataString(text[key.Length..]);

    // A group's name may have any characters; those that would end a part or need an escape in a TXT record stand as '%2C'.
    private static string Escape(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(value =>
        value is > 0x20 and < 0x7f and not ((byte)',' or (byte)'"' or (byte)'\\' or (byte)'%') ? $"{(char)value}" : $"%{value:X2}"));
}

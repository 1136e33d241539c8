namespace Dockerland.Contracts;

/// <summary>
/// What groups' names begin with. AWS adds the rest, but permissions and event patterns go by the beginning, which is known
/// before a group is there. No stack's is the beginning of another's: a stack's name has no '--', a fleet's no '_'.
/// </summary>
public static class GroupNames
{
    /// <summary>Of all groups of a stack, which is given as <c>PROJECT-STACK</c>.</summary>
    public static string Prefix(string stack) => $"{stack}--";

    /// <summary>Of a fleet's group.</summary>
    public static string Prefix(string stack, string fleet) => $"{Prefix(stack)}{fleet}_";
}

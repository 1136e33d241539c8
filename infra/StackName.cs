using System.Text.RegularExpressions;
using Pulumi;

namespace Dockerland.Infra;

/// <summary>What a stack may be called: resources are named after it, and AWS takes less than Pulumi does.</summary>
internal static partial class StackName
{
    /// <summary>Refuses the name of the stack that is running, before anything of it is registered.</summary>
    public static StackOptions? Checked(StackOptions? options) =>
        Problem(Deployment.Instance.StackName) is { } problem ? throw new RunException(problem) : options;

    /// <summary>What is wrong with a name and how to mend it; null when nothing is.</summary>
    public static string? Problem(string name) => Pattern().IsMatch(name)
        ? null
        : $"Stack name '{name}' can't be part of an ECR repository's name: 1 to 63 small letters and digits, with single '.', '_' or '-' between them. Rename the stack: pulumi stack rename NAME";

    [GeneratedRegex(@"^(?=.{1,63}\z)[a-z0-9]+([._-][a-z0-9]+)*\z")]
    private static partial Regex Pattern();
}

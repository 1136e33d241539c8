using System.Text.RegularExpressions;

namespace Dockerland.Tests.Support.Deployments;

/// <summary>The text of a stack's file. Whoever deploys it has secrets in it, which nobody else can read.</summary>
public static partial class StackFile
{
    /// <summary>The text as it was before <c>pulumi config set --secret</c>.</summary>
    public static string WithoutSecrets(string text) => Encrypted().Replace(text, "");

    [GeneratedRegex(@"^(encryptionsalt|secretsprovider|encryptedkey): .*\n|^ *\S+:\n +secure: .*\n", RegexOptions.Multiline)]
    private static partial Regex Encrypted();
}

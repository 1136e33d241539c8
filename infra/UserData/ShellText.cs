namespace Dockerland.Infra.UserData;

/// <summary>Text as one word of a POSIX shell.</summary>
internal static class ShellText
{
    public static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}

namespace Dockerland.Infra.UserData;

/// <summary>Text as one word of a POSIX shell.</summary>
internal static class ShellText
{
    public static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    /// <summary>Quoted where it has to be.</summary>
    public static string Word(string text) => text is not "" && text.All(IsPlain) ? text : Quote(text);

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '/' or ':' or '.' or ',' or '-' or '_' or '@' or '+';
}

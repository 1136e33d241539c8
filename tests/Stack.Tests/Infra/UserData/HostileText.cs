namespace Dockerland.Tests.Infra.UserData;

/// <summary>Values that break out of a text put together carelessly.</summary>
internal static class HostileText
{
    public static readonly string[] OneLine =
    [
        "plain", "", " leading and trailing ", "'; touch /tmp/x; '", "\"$(id)\" `id` ${HOME}", "%n %% \\n \\", "key: [value, {a: b}] # comment",
        "--- ...", "{{ ds.meta_data }}", "!!python/object", "*anchor &anchor", "é ß 漢字 😀", "~", "|", "> folded",
    ];

    public static readonly string[] AnyText = [.. OneLine, "two\nlines", "tab\tand bell\a", "\u0085\u2028\u2029\uFEFF", "\r\n", "\n\n", "  \n x"];

    public static TheoryData<string> Lines => [.. OneLine];

    public static TheoryData<string> Texts => [.. AnyText];
}

using System.Globalization;

namespace Dockerland.Cli.Planning;

/// <summary>Where a value stands among a resource's inputs, by wire names and indices.</summary>
internal readonly record struct InputPath(string Text)
{
    /// <summary>Occurs in no name.</summary>
    public const char Separator = '\0';

    public static InputPath Root { get; } = new("");

    public string Top => Text.Split(Separator)[0];

    public string Last => Text[(Text.LastIndexOf(Separator) + 1)..];

    public InputPath To(string name) => new(Text.Length == 0 ? name : $"{Text}{Separator}{name}");

    public InputPath To(int index) => To(index.ToString(CultureInfo.InvariantCulture));
}

using System.Text;

namespace Dockerland.MetadataAgent.Targets;

/// <summary>Variables in a file as systemd's <c>EnvironmentFile=</c> and shells read it.</summary>
internal static class VariablesFile
{
    public static string Render(IReadOnlyDictionary<string, string> variables)
    {
        var file = new StringBuilder();
        foreach (var (name, value) in variables.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            file.Append(name).Append("=\"");
            foreach (var character in value)
            {
                // What means something within double quotes. A '%' doesn't in such a file, nor does a line's end.
                if (character is '"' or '\\' or '$' or '`') file.Append('\\');
                file.Append(character);
            }

            file.Append("\"\n");
        }

        return file.ToString();
    }

    /// <summary>Whether systemd takes it: of control characters, only tabs and ends of lines.</summary>
    public static bool CanHold(string value) => !value.Any(character => char.IsControl(character) && character is not ('\t' or '\n'));
}

using System.Reflection;

namespace Dockerland.Infra.UserData;

/// <summary>The scripts of <c>Scripts/</c>, which travel in user-data: there is room for them, but not for what they say about themselves.</summary>
internal static class EmbeddedScript
{
    public static string Read(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The script '{name}' isn't built into the program. Put it into infra/UserData/Scripts.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Skip(1).Where(line => line.TrimStart() is not ("" or ['#', ..]));
        return $"#!/bin/sh\n# With comments: infra/UserData/Scripts/{name}\n{string.Join('\n', lines)}\n";
    }
}

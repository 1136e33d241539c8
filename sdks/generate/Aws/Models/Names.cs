namespace Dockerland.Sdks.Generate.Aws.Models;

/// <summary>How the official SDK makes C# names of a model's.</summary>
internal sealed class Names(ServiceEntry entry)
{
    public string Shape(string name) => entry.ShapeNames.GetValueOrDefault(name, Upper(name));

    /// <summary>The property of a member, or null where the official SDK has none.</summary>
    public string? Property(string shape, string member)
    {
        if (entry.Excluded.Contains("*." + member) || entry.Excluded.Contains($"{shape}.{member}"))
            return null;
        var name = entry.MemberNames.GetValueOrDefault($"{shape}.{member}", Upper(member));
        return name != shape
            ? name
            : throw new GenerateException($"{entry.Package}: '{shape}.{member}' would be called as its class. Give it the official name in operations.json, under memberNames.");
    }

    public string Error(string name)
    {
        var shape = Shape(name);
        return shape.EndsWith("Exception", StringComparison.Ordinal) ? shape
            : shape.EndsWith("Fault", StringComparison.Ordinal) ? shape[..^"Fault".Length] + "Exception"
            : shape + "Exception";
    }

    /// <summary><c>us-east-1</c> is <c>UsEast1</c>, and <c>PAY_PER_REQUEST</c> stays.</summary>
    public static string Value(string value)
    {
        var words = string.Concat(value.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_' ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Concat(words.Select(Upper));
        return char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }

    public static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

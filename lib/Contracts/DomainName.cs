namespace Dockerland.Contracts;

/// <summary>The rules of host names as Route53 takes them, without the trailing dot.</summary>
public static class DomainName
{
    public const int MaxLength = 253;
    public const int MaxLabelLength = 63;

    /// <summary>What is wrong with a name, as the end of a sentence that began with it; null when nothing is.</summary>
    public static string? Problem(string name)
    {
        if (name.Length is 0) return "is empty";
        if (name.Length > MaxLength) return $"has {name.Length} characters; a domain name has at most {MaxLength}";
        if (name.EndsWith('.')) return "ends in a dot; leave it out";

        return name.Split('.').Select(LabelProblem).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Whether a name is the zone's own or one below it.</summary>
    public static bool IsWithin(string name, string zone) =>
        name.Equals(zone, StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("." + zone, StringComparison.OrdinalIgnoreCase);

    private static string? LabelProblem(string label)
    {
        if (label.Length is 0) return "has an empty label; labels stand between single dots";
        if (label.Length > MaxLabelLength) return $"has the label '{label}' of {label.Length} characters; a label has at most {MaxLabelLength}";
        if (label[0] == '-' || label[^1] == '-') return $"has the label '{label}'; a label neither begins nor ends with a hyphen";

        return label.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? null
            : $"has the label '{label}'; a label has letters, digits and hyphens only";
    }
}

using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>What people call resources and their inputs.</summary>
internal static class Wording
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["aws:autoscaling/group:Group"] = "auto-scaling group",
        ["aws:cloudwatch/logGroup:LogGroup"] = "log group",
        ["aws:ec2/eip:Eip"] = "address",
        ["aws:ec2/subnet:Subnet"] = "subnet",
        ["aws:ec2/vpc:Vpc"] = "VPC",
        ["aws:ecr/repository:Repository"] = "image repository",
        ["aws:kms/key:Key"] = "encryption key",
        ["aws:lambda/function:Function"] = "function",
        ["aws:route53/zone:Zone"] = "DNS zone",
        ["aws:sns/topic:Topic"] = "topic",
        ["aws:sqs/queue:Queue"] = "queue",
        ["aws:ssm/parameter:Parameter"] = "parameter",
        ["dockerland:components:Fleet"] = "fleet",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Inputs = new Dictionary<string, string>
    {
        ["imageId"] = "machine image",
        ["mixedInstancesPolicy"] = "mix of instances",
        ["userData"] = "user-data",
    }.ToFrozenDictionary();

    /// <summary>Such as <c>DNS zone zone</c>; of a type without a common name, <c>web (aws:iam/role:Role)</c>.</summary>
    public static string Title(PlannedResource resource) =>
        Kinds.TryGetValue(resource.Type, out var kind) ? $"{kind} {resource.Name}" : $"{resource.Name} ({resource.Type})";

    /// <summary>A placeholder, <c>&lt;web.name&gt;</c>, names a resource as the program does.</summary>
    public static string Named(string text) => text is ['<', .., '>'] ? text[1..^1].Split('.')[0] : text;

    /// <summary><c>instanceType</c> is <c>instance type</c>.</summary>
    public static string Input(string name)
    {
        if (Inputs.TryGetValue(name, out var words)) return words;
        var text = new StringBuilder();
        foreach (var letter in name)
            text.Append(char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString());
        return text.ToString();
    }

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(params IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}";

    public static string Count(int number, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {one}{(number == 1 ? "" : "s")}");
}

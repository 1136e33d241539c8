using System.Collections;
using System.Globalization;
using System.Reflection;
using Amazon.Runtime;

namespace Dockerland.Tests.Sdks.AwsSdk;

/// <summary>An object with all that it holds as lines of text, one for each value, by path.</summary>
internal static class ObjectText
{
    private static readonly string[] NotTheAnswers = ["TargetSite", "StackTrace", "Data", "HResult", "HelpLink", "Source", "InnerException", "ContentLength", "Retryable"];

    public static IEnumerable<string> Lines(object value, string path = "")
    {
        if (path.Length == 0)
            yield return value.GetType().FullName!;
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (NotTheAnswers.Contains(property.Name) || property.GetIndexParameters().Length > 0)
                continue;
            foreach (var line in Of(property.GetValue(value), $"{path}.{property.Name}"))
                yield return line;
        }
    }

    private static IEnumerable<string> Of(object? value, string path) => value switch
    {
        null => [$"{path} = null"],
        string or ConstantClass => [$"{path} = '{value}'"],
        DateTime time => [$"{path} = {time.ToString("O", CultureInfo.InvariantCulture)}"],
        MemoryStream stream => [$"{path} = {Convert.ToBase64String(stream.ToArray())}"],
        IDictionary map => map.Count == 0 ? [$"{path} = {{}}"] : map.Keys.Cast<object>().Where(key => key is not "User-Agent").OrderBy(key => $"{key}").SelectMany(key => Of(map[key], $"{path}[{key}]")),
        IEnumerable list => list.Cast<object>().Any() ? list.Cast<object>().SelectMany((item, index) => Of(item, $"{path}[{index}]")) : [$"{path} = []"],
        _ when value.GetType().IsPrimitive || value is Enum => [string.Create(CultureInfo.InvariantCulture, $"{path} = {value}")],
        _ => Lines(value, path),
    };
}

using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Dockerland.Sdks.Generate;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Bindings;

/// <summary>The providers' whole schemas in the tests' data, and what Pulumi's code generator makes of them.</summary>
internal static class WholeSchema
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<SortedDictionary<string, byte[]>>>> Files = new(StringComparer.Ordinal);

    public static string Read(string package)
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "tests", "EndToEnd.Tests", "Data", $"{package}.json.br"));
        using var text = new StreamReader(new BrotliStream(file, CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    /// <summary>The generated files by path; generated once for all tests.</summary>
    public static Task<SortedDictionary<string, byte[]>> GenerateAsync(string package) =>
        Files.GetOrAdd(package, name => new(() =>
            PulumiCodeGenerator.GenerateAsync(JsonNode.Parse(Read(name))!.AsObject(), CancellationToken.None))).Value;
}

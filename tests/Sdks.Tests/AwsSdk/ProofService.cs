using System.Reflection;
using System.Text.Json.Nodes;
using Dockerland.Sdks.Generate.Aws;
using Dockerland.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dockerland.Tests.Sdks.AwsSdk;

/// <summary>A service whose official package exists: what the generator makes of its model now, compiled, beside the official assembly.</summary>
public sealed class ProofService
{
    private static readonly AwsStandIns StandIns = new(Path.Combine(Repository.Root, "sdks"));

    internal static readonly IReadOnlyList<ServiceEntry> Entries = [.. StandIns.Services.Where(service => service.Version is null)];

    private static readonly Dictionary<string, Lazy<ProofService>> All = Entries.ToDictionary(
        service => service.Package["AWSSDK.".Length..], service => new Lazy<ProofService>(() => new(service)));

    private ProofService(ServiceEntry entry)
    {
        Entry = entry;
        Model = ModelOf(entry.Package["AWSSDK.".Length..]);
        Official = Assembly.Load(entry.Package);
        Generated = Compile(entry.Package + ".Generated", StandIns.Generate(entry));
    }

    public static TheoryData<string> Names => [.. All.Keys];

    internal ServiceEntry Entry { get; }

    internal JsonObject Model { get; }

    internal Assembly Official { get; }

    internal Assembly Generated { get; }

    internal string Namespace => "Amazon." + Entry.Package["AWSSDK.".Length..];

    public static ProofService Of(string name) => All[name].Value;

    internal static JsonObject ModelOf(string name) => StandIns.ReadModel(Entries.Single(entry => entry.Package == "AWSSDK." + name));

    private static Assembly Compile(string name, IReadOnlyDictionary<string, byte[]> files)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("AWSSDK.", StringComparison.Ordinal) || Path.GetFileName(path) == "AWSSDK.Core.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        var trees = files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(System.Text.Encoding.UTF8.GetString(file.Value), path: file.Key));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);
        using var stream = new MemoryStream();
        var result = CSharpCompilation.Create(name, trees, references, options).Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        return Assembly.Load(stream.ToArray());
    }
}

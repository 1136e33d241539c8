using System.IO.Compression;
using System.Text.Json.Nodes;
using Dockerland.Sdks.Generate.Aws.Cutting;
using Dockerland.Sdks.Generate.Aws.Models;
using Dockerland.Sdks.Generate.Aws.Writing;

namespace Dockerland.Sdks.Generate.Aws;

/// <summary>Where the parts of the AWS clients lie under <c>sdks/</c>, and how they are made of each other.</summary>
internal sealed class AwsStandIns(string sdks)
{
    private string Folder => Path.Combine(sdks, "generate");

    public IReadOnlyList<ServiceEntry> Services => OperationsFile.Parse(ReadText(Path.Combine(Folder, "operations.json")));

    /// <summary>Such as <c>sdks/AWSSDK.Route53/Generated</c>.</summary>
    public string FolderOf(ServiceEntry service) => Path.Combine(sdks, service.Package, "Generated");

    /// <summary>The C# of a service from its checked-in model.</summary>
    public SortedDictionary<string, byte[]> Generate(ServiceEntry service) =>
        ServiceWriter.Write(ModelReader.Read(service, ReadModel(service)));

    public JsonObject ReadModel(ServiceEntry service) => StandIn.ParseSchema(ReadText(ModelFile(service)), ModelFile(service));

    /// <summary>The service's model cut to the operations that are listed.</summary>
    /// <param name="service">The service.</param>
    /// <param name="package">The folder of an unpacked npm package aws-sdk.</param>
    /// <param name="botocore">The folder <c>botocore/data</c> of a Python installation or of botocore's repository.</param>
    public static JsonObject Cut(ServiceEntry service, string package, string botocore)
    {
        var apis = Path.Combine(package, "apis", service.Model);
        var declarations = Path.Combine(package, "clients", (service.Declarations ?? service.Model.Split('-')[0]) + ".d.ts");
        var errors = Path.Combine(botocore, service.Errors, "service-2.json");
        var cut = new ModelCut(Parse(apis + ".min.json"), TypeDeclarations.Parse(ReadText(declarations)), Parse(errors));
        return cut.Apply(Parse(apis + ".paginators.json"), service.Operations);
    }

    public void WriteModel(ServiceEntry service, JsonObject model) => StandIn.WriteJson(ModelFile(service), model);

    private string ModelFile(ServiceEntry service) => Path.Combine(Folder, "models", service.Model + ".json");

    private static JsonObject Parse(string file) => StandIn.ParseSchema(ReadText(file), file);

    private static string ReadText(string file)
    {
        if (File.Exists(file))
            return File.ReadAllText(file);
        // Newer botocore packs its models.
        if (!File.Exists(file + ".gz"))
            throw new GenerateException($"'{file}' doesn't exist.");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file + ".gz"), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}

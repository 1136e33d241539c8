using System.Text.Json.Nodes;
using System.Xml.Linq;
using Dockerland.Sdks.Generate;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Sdks.Bindings;

public sealed class CheckedInSchemasTests
{
    private static readonly string Sdks = Path.Combine(Repository.Root, "sdks");

    public static TheoryData<string> Packages => [.. StandIn.ReadBindings(Sdks).Keys];

    [Fact]
    public void Every_Package_Has_A_Project_Of_Its_Id() =>
        Assert.All(StandIn.ReadBindings(Sdks).Keys, package =>
        {
            var project = Path.GetDirectoryName(new StandIn(Sdks, package).Folder)!;
            Assert.True(File.Exists(Path.Combine(project, Path.GetFileName(project) + ".csproj")));
        });

    // Cutting follows every reference and throws where one leads nowhere.
    [Theory]
    [MemberData(nameof(Packages))]
    public void A_Schema_Holds_What_The_Bindings_Name_And_Nothing_More(string package)
    {
        var schema = new StandIn(Sdks, package).ReadSchema();

        var cut = SchemaCut.Apply(schema, StandIn.ReadBindings(Sdks)[package]);

        Assert.True(JsonNode.DeepEquals(schema, cut), $"sdks/generate/schemas/{package}.json isn't what bindings.json asks for: cut it again.");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_Reference_Of_A_Schema_Resolves(string package)
    {
        var schema = new StandIn(Sdks, package).ReadSchema();

        var references = schema.SelectMany(member => SchemaReferences.Of(member.Value)).Distinct().ToArray();

        Assert.NotEmpty(references);
        Assert.All(references, reference =>
        {
            var parts = reference.Split('/', 2);
            Assert.NotNull(parts.Length == 1 ? schema[reference] : schema[parts[0]]?[parts[1]]);
        });
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Schema_Embedded_Version_And_Package_Version_Agree(string package)
    {
        var standIn = new StandIn(Sdks, package);

        var schema = (string?)standIn.ReadSchema()["version"];

        Assert.Equal(schema, File.ReadAllText(Path.Combine(standIn.Folder, "version.txt")).Trim());
        Assert.Equal(schema, CentralPackages.VersionOf(Path.GetFileName(Path.GetDirectoryName(standIn.Folder)!)));
    }

    [Fact]
    public void The_Engine_Client_Packs_Under_The_Central_Version()
    {
        var project = XDocument.Load(Path.Combine(Sdks, "Pulumi", "Pulumi.csproj"));

        Assert.Equal(CentralPackages.VersionOf("Pulumi") + "-standin", project.Descendants("PackageVersion").Single().Value);
    }
}

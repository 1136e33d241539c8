using System.Text.Json.Nodes;
using Dockerland.Cli.Planning.Impact;

namespace Dockerland.Tests.EndToEnd.Replacements;

/// <summary>Holds the table of inputs that replace a resource against what the real provider says.</summary>
public sealed class ReplacingInputsTests(ReplacementRuns runs) : IClassFixture<ReplacementRuns>
{
    public static TheoryData<string> Cases => [.. ReplacementCases.All.Select(one => one.Name)];

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void The_Provider_Does_What_The_Data_Expects(string name)
    {
        Prerequisite.Engine();
        runs.Up.EnsureSuccess();

        var operations = runs.Preview.EnsureSuccess().Changes.Where(step => step.Name == name).Select(step => step.Operation).ToArray();

        var one = ReplacementCases.All.Single(candidate => candidate.Name == name);
        Assert.Equal(one.Replaces, operations.Contains("replace"));
        Assert.NotEmpty(operations);
    }

    [Fact]
    public void The_Table_Has_Every_Row_Of_The_Data_And_No_Other() => Assert.Equal(
        ReplacementCases.All.Where(one => one.Replaces).Select(one => one.ToString()).Order(StringComparer.Ordinal),
        ReplacingInputs.ByType.SelectMany(type => type.Value.Select(input => $"{type.Key} {input}")).Order(StringComparer.Ordinal));

    [Fact]
    public void The_Data_Has_Every_Type_That_The_Stack_Can_Declare()
    {
        var bindings = JsonNode.Parse(File.ReadAllText(Path.Combine(Dockerland.Tests.Support.Repository.Root, "sdks/generate/bindings.json")))!;

        Assert.Equal(bindings["aws"]!["resources"]!.AsArray().Select(type => type!.GetValue<string>()).Order(StringComparer.Ordinal), ReplacementCases.AllTypes.Order(StringComparer.Ordinal));
    }
}

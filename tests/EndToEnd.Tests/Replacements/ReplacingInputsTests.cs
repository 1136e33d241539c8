using System.Text.Json.Nodes;
using Dockerland.Cli.Planning;
using Dockerland.Cli.Planning.Impact;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using static Dockerland.Tests.Support.Repository;

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
        var bindings = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "sdks/generate/bindings.json")))!;

        Assert.Equal(bindings["aws"]!["resources"]!.AsArray().Select(type => type!.GetValue<string>()).Order(StringComparer.Ordinal), ReplacementCases.AllTypes.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Plans => [.. Released.Concat(["dev", "prod", Full])];

    /// <summary>What the official Docker provider changes in place isn't known here, where a stand-in runs; an image holds nothing that would go.</summary>
    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Every_Input_Of_A_Plan_Is_Tried(string name)
    {
        var inputs = (await ReadAsync(name)).Resources
            .Where(resource => resource.Custom && resource.Type.StartsWith("aws:", StringComparison.Ordinal))
            .SelectMany(resource => resource.Inputs.Keys.Except(ReplacementCases.Classified(resource.Type)).Select(input => $"{resource.Type} {input}"));

        Assert.True(!inputs.Any(), $"Data/replacements.json says nothing of\n{string.Join('\n', inputs.Distinct())}");
    }

    private static async Task<Plan> ReadAsync(string name)
    {
        var repository = new Cli.Repository(Root);
        if (name is "dev" or "prod")
            return await PlanVerb.EvaluateAsync(repository, name);
        var text = await File.ReadAllTextAsync(Path.Combine(Root, name));
        if (name is not Full)
            return PlanReader.Read(text, name);
        var configuration = StackFiles.Parse("full", await File.ReadAllTextAsync(Path.Combine(Root, "Pulumi.yaml")), text);
        return await PlanVerb.EvaluateAsync(repository, configuration, StackInputs.Read(new(configuration.Values, configuration.SecretKeys), Root, MissingSecrets.Show));
    }

    private const string Full = "tests/EndToEnd.Tests/Stacks/Pulumi.full.yaml";

    private static IEnumerable<string> Released =>
        Directory.EnumerateFiles(Path.Combine(Root, "tests/plans/released"), "*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not "accepted.json")
            .Select(file => Path.GetRelativePath(Root, file))
            .Order(StringComparer.Ordinal);
}

using System.Collections.Immutable;
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

        var declarable = new[] { "aws", "docker" }.SelectMany(package => bindings[package]!["resources"]!.AsArray()).Select(type => type!.GetValue<string>());
        Assert.Equal(declarable.Order(StringComparer.Ordinal), ReplacementCases.AllTypes.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Plans => [.. Released.Concat(["dev", "prod", Full])];

    /// <summary>With all that is in it. The official Docker provider, for which a stand-in may run here, has no input that it can't change in place (<c>Diff</c> in pulumi/pulumi-docker, <c>provider/provider.go</c>).</summary>
    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Every_Input_Of_A_Plan_Is_Tried(string name)
    {
        var inputs = (await ReadAsync(name)).Resources
            .Where(resource => resource.Custom)
            .SelectMany(resource => Untried(resource, ReplacementCases.Tried(resource.Type)))
            .ToArray();

        Assert.True(inputs is [], $"Data/replacements.json doesn't change\n{string.Join('\n', inputs.Distinct())}");
    }

    // A plan has a text in the place of a list or an object that it doesn't know, and nothing in one that is empty.
    private static IEnumerable<string> Untried(PlannedResource resource, ImmutableHashSet<string> tried) => InputLeaves.Of(resource.Inputs)
        .Select(leaf => leaf.Key)
        .Where(path => !tried.Contains(path) && !tried.Any(inner => inner.StartsWith($"{path}.", StringComparison.Ordinal) || inner.StartsWith($"{path}[", StringComparison.Ordinal)))
        .Select(path => $"{resource.Type} {path}");

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

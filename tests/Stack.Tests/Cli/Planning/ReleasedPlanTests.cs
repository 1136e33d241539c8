using System.Text.Json;
using Dockerland.Cli.Planning;
using Dockerland.Cli.Planning.Impact;
using static Dockerland.Tests.Support.Repository;

namespace Dockerland.Tests.Stack.Cli.Planning;

/// <summary>What each released version declared, replayed: an upgrade loses nothing that nobody has agreed to lose. See tests/plans/README.md.</summary>
public sealed class ReleasedPlanTests
{
    private static readonly string Folder = Path.Combine(Root, "tests/plans/released");

    public static TheoryData<string, string> Plans
    {
        get
        {
            var plans = new TheoryData<string, string>();
            foreach (var version in Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal))
            {
                plans.Add(version, "dev");
                plans.Add(version, "prod");
            }
            return plans;
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task An_Upgrade_Loses_Nothing_That_Is_Not_Accepted(string version, string stack)
    {
        var accepted = Accepted(version, stack).Keys;

        var warnings = (await WarningsAsync(version, stack)).Where(warning => !accepted.Any(beginning => warning.StartsWith(beginning, StringComparison.Ordinal))).ToArray();

        Assert.True(warnings.Length == 0, $"Since the release {version}:\n{string.Join('\n', warnings)}\nIf that is meant, give the reason in tests/plans/released/{version}/accepted.json.");
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Everything_That_Is_Accepted_Happens_And_Has_A_Reason(string version, string stack)
    {
        var warnings = await WarningsAsync(version, stack);

        Assert.All(Accepted(version, stack), entry =>
        {
            Assert.Contains(warnings, warning => warning.StartsWith(entry.Key, StringComparison.Ordinal));
            Assert.NotEmpty(entry.Value);
        });
    }

    [Theory]
    [InlineData("dockerland:components:Zone", "zone")]
    [InlineData("dockerland:components:Fleet", "web")]
    [InlineData("dockerland:components:ImageRepository", "webapp")]
    public async Task A_Component_That_Had_Another_Name_Would_Be_Noticed(string type, string name)
    {
        var today = await PlanVerb.EvaluateAsync(new(Root), "dev");
        var component = Assert.Single(today.Resources, resource => resource.Type == type && resource.Name == name);
        var before = today with
        {
            Resources = [.. today.Resources.Select(resource => resource == component ? resource with { Name = "former", Urn = Former(resource.Urn) }
                : IsBelow(resource, component) ? resource with { Urn = Former(resource.Urn), Parent = resource.Parent is { } parent ? Former(parent) : null }
                : resource)],
        };

        Assert.Contains(Warnings.Of(PlanDiff.Between(before, today)), warning => warning.Contains("alias", StringComparison.Ordinal));

        string Former(string urn) => urn.Replace($"::{name}", "::former", StringComparison.Ordinal);

        bool IsBelow(PlannedResource resource, PlannedResource above) => resource.Parent is { } urn
            && (urn == above.Urn || IsBelow(today.Resources.Single(candidate => candidate.Urn == urn), above));
    }

    private static async Task<string[]> WarningsAsync(string version, string stack)
    {
        var file = Path.Combine(Folder, version, $"{stack}.json");
        return [.. Warnings.Of(PlanDiff.Between(PlanReader.Read(await File.ReadAllTextAsync(file), file), await PlanVerb.EvaluateAsync(new(Root), stack)))];
    }

    private static Dictionary<string, string> Accepted(string version, string stack) =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(File.ReadAllText(Path.Combine(Folder, version, "accepted.json")))!.GetValueOrDefault(stack, []);
}

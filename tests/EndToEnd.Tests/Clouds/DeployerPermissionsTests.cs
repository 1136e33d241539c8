using Dockerland.Cli.Planning;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Clouds;

public sealed class DeployerPermissionsTests
{
    [Fact]
    public void The_Page_Lists_What_Deployments_Need()
    {
        var page = DeployerPermissions.Render(RecordedCalls.All);
        var file = Path.Combine(Repository.Root, DeployerPermissions.Page);
        if (DeployerPermissions.IsUpdate) File.WriteAllText(file, page);

        Assert.Equal(page, File.ReadAllText(file));
    }

    [Fact]
    public void Recorded_Calls_Are_Allowed_By_Service()
    {
        var page = DeployerPermissions.Render(["route53:CreateHostedZone"]);

        Assert.Contains("\"Sid\": \"Route53\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Was_Recorded_Needs_No_Other_Reason() => Assert.Empty(DeployerPermissions.Unrecorded.Select(one => one.Action).Intersect(RecordedCalls.All));

    [Fact]
    public void The_Policy_Is_Json()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, DeployerPermissions.Page));

        using var policy = System.Text.Json.JsonDocument.Parse(page.Split("```json")[1].Split("```")[0]);
        Assert.Equal("2012-10-17", policy.RootElement.GetProperty("Version").GetString());
    }

    /// <summary>No run creates prod in moto: the stacks that are created there have all that it has.</summary>
    [Fact]
    public async Task Prod_Declares_Nothing_That_No_Recorded_Stack_Has()
    {
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stack in RecordedCalls.Stacks) recorded.UnionWith(await InputsAsync(stack));

        Assert.Empty((await InputsAsync("prod")).Except(recorded));
    }

    // An input of a resource may have an operation of its own, as a group's metrics have.
    private static async Task<IEnumerable<string>> InputsAsync(string stack)
    {
        var own = Path.Combine(Repository.Root, "tests/EndToEnd.Tests/Stacks", $"Pulumi.{stack}.yaml");
        var file = File.Exists(own) ? own : Path.Combine(Repository.Root, $"Pulumi.{stack}.yaml");
        var configuration = StackFiles.Parse(stack, await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Pulumi.yaml")), await File.ReadAllTextAsync(file));
        var inputs = StackInputs.Read(new(configuration.Values, configuration.SecretKeys), Repository.Root, MissingSecrets.Show);
        var plan = await PlanVerb.EvaluateAsync(new(Repository.Root), configuration, inputs);
        return plan.Resources.Where(resource => resource.Custom).SelectMany(resource => resource.Inputs.Keys.Select(input => $"{resource.Type} {input}"));
    }
}

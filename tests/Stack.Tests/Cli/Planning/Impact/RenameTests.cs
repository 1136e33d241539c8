using Dockerland.Cli.Planning;
using Dockerland.Cli.Planning.Impact;
using Dockerland.Infra.Components;
using Pulumi;
using Plan = Dockerland.Cli.Planning.Plan;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

/// <summary>The stack's own zone under another name, with what is made of it.</summary>
public sealed class RenameTests
{
    [Fact]
    public async Task A_Component_Renamed_With_An_Alias_Is_No_Difference() =>
        Assert.True((await RenameAsync(new() { Aliases = { new Alias { Name = "zone" } } })).IsEmpty);

    [Fact]
    public async Task An_Alias_By_Urn_Serves_As_Well() =>
        Assert.True((await RenameAsync(new() { Aliases = { new Alias { Urn = "urn:pulumi:dev::shop::dockerland:components:Zone::zone" } } })).IsEmpty);

    [Fact]
    public async Task A_Component_Renamed_Without_An_Alias_Is_Loud()
    {
        var diff = await RenameAsync(null);

        Assert.Contains(Warnings.Of(diff), warning => warning.StartsWith("DNS zone zone is DELETED.", StringComparison.Ordinal));
        Assert.Contains(Warnings.Of(diff), warning => warning.Contains("new Alias { Name = \"zone\" }", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Rename_Is_Advised_Upon_Once_And_Not_For_Each_Child() =>
        Assert.Single(Warnings.Of(await RenameAsync(null)), warning => warning.Contains("alias", StringComparison.Ordinal));

    [Fact]
    public async Task A_Component_That_Moved_Below_Another_With_An_Alias_Is_No_Difference()
    {
        var before = await PlanAsync(() => _ = new Zone("zone", Settings));
        var after = await PlanAsync(() => _ = new Zone("zone", Settings, new() { Parent = new Group("dns"), Aliases = { new Alias { NoParent = true } } }));

        Assert.Equal(["dns"], PlanDiff.Between(before, after).Changes.Select(change => change.Resource.Name));
    }

    [Fact]
    public async Task A_Child_Of_A_Renamed_Component_May_Have_Had_Another_Name_Itself()
    {
        var before = await PlanAsync(() => _ = new Thing("old-child", new() { Text = "same" }, new() { Parent = new Group("old") }));
        var after = await PlanAsync(() =>
        {
            var parent = new Group("new", new() { Aliases = { new Alias { Name = "old" } } });
            _ = new Thing("child", new() { Text = "same" }, new() { Parent = parent, Aliases = { new Alias { Name = "old-child" } } });
        });

        Assert.True(PlanDiff.Between(before, after).IsEmpty);
    }

    [Fact]
    public async Task Another_Value_Behind_A_Rename_Is_Still_Seen()
    {
        var diff = await RenameAsync(new() { Aliases = { new Alias { Name = "zone" } } }, "z<public.arn>");

        Assert.Equal("user", Assert.Single(diff.Changes).Resource.Name);
    }

    private static ZoneArgs Settings => new() { DomainName = "dev.example.com" };

    private static async Task<PlanDiff> RenameAsync(ComponentResourceOptions? options, string? other = null)
    {
        var before = await PlanAsync(() => _ = new Thing("user", new() { Text = new Zone("zone", Settings).Arn }));
        var after = await PlanAsync(() =>
        {
            var zone = new Zone("public", Settings, options);
            _ = new Thing("user", new() { Text = other is null ? zone.Arn : zone.Arn.Apply(_ => other) });
        });
        return PlanDiff.Between(before, after);
    }

    private static Task<Plan> PlanAsync(Action program) =>
        new StackEvaluation(new(Path.TrimEndingDirectorySeparator(Path.GetTempPath()))).RunAsync("shop", "dev", options => new ProgramStack(program, options));

    private sealed class ProgramStack : Pulumi.Stack
    {
        public ProgramStack(Action program, StackOptions options)
            : base(options) => program();
    }
}

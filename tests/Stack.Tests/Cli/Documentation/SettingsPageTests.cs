using Dockerland.Cli.Documentation;
using Dockerland.Infra.Settings;
using static Dockerland.Tests.Support.Repository;

namespace Dockerland.Tests.Stack.Cli.Documentation;

public sealed class SettingsPageTests
{
    private const string Page = "docs/settings.md";

    [Fact]
    public async Task The_Page_Is_What_The_Program_Says()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Root, Page));

        Assert.True(page == SettingsVerb.Render(new(Root)), $"{Page} is not what the program says. If that is meant: ./dockerland settings > {Page}");
    }

    [Fact]
    public void Every_Record_Of_Settings_Has_A_Table() => Assert.Equal(
        typeof(StackSettings).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(StackSettings).Namespace && type.Name.EndsWith("Settings", StringComparison.Ordinal) && type != typeof(StackSettings))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal),
        SettingKinds.Objects().Select(kind => kind.Type.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(typeof(HostImageSettings), "`dockerland:fleets.NAME.hostImage`, `dockerland:hostImage`")]
    [InlineData(typeof(AliasSettings), "`dockerland:records[N].alias`")]
    [InlineData(typeof(ContainerHealthSettings), "`dockerland:fleets.NAME.containers.NAME.health`")]
    public void A_Table_Tells_Where_Its_Keys_Stand(Type type, string places) => Assert.Equal(
        places,
        string.Join(", ", SettingKinds.Objects().Single(kind => kind.Type == type).Paths.Order(StringComparer.Ordinal).Select(path => $"`{path}`")));
}

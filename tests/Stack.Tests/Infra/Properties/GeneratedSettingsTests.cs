using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Whether properties are tried with all that can be set.</summary>
public sealed class GeneratedSettingsTests
{
    private const int Tries = 300;

    [Fact]
    public void Every_Setting_Is_In_Some_Configuration()
    {
        var generated = AnyStack.Arbitrary.Generator.Sample(Tries, new Rnd(20_151_005, 1), 50);

        Assert.Empty(SettingPaths.All.Except(generated.SelectMany(SettingPaths.In)));
    }
}

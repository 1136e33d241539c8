namespace Dockerland.Tests.Infra.Properties;

/// <summary>Whatever one setting is wrong, it is named, and nothing else is.</summary>
public sealed class BrokenSettingTests
{
    [Fact]
    public void One_Wrong_Setting_Gives_One_Line_That_Names_It() => Properties.Hold(
        AnyBroken.Arbitrary,
        broken => broken.Configuration.Problems() is [var problem] && problem.StartsWith($"{broken.Key} ", StringComparison.Ordinal),
        times: 400);

    [Fact]
    public void Without_It_Nothing_Is_Said() => Properties.Hold(AnyStack.Arbitrary, configuration => configuration.Problems() is []);
}

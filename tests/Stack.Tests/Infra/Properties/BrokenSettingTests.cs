using Dockerland.Tests.Support;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Whatever one setting is wrong, it is named, and nothing else is.</summary>
public sealed class BrokenSettingTests
{
    public static TheoryData<string> Faults => [.. AnyFault.Names];

    [Fact]
    public void One_Wrong_Setting_Gives_One_Line_That_Names_It() => PropertyCheck.Hold(
        AnyBroken.Arbitrary,
        broken => broken.Configuration.Problems() is [var problem] && problem.StartsWith($"{broken.Key} ", StringComparison.Ordinal),
        times: 400);

    /// <summary>Each by itself may be right; what is wrong is their meaning.</summary>
    [Theory]
    [MemberData(nameof(Faults))]
    public void Settings_That_Make_No_Sense_Give_One_Line_That_Names_One_Of_Them(string fault) => PropertyCheck.Hold(
        AnyFault.Of(fault),
        broken => broken.Configuration.Problems() is [var problem] && problem.StartsWith($"{broken.Key} ", StringComparison.Ordinal));

    [Fact]
    public void Without_It_Nothing_Is_Said() => PropertyCheck.Hold(AnyStack.Arbitrary, configuration => configuration.Problems() is []);
}

using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Support;

/// <summary>Tries a property on many values: the same ones each time, or, where <c>DOCKERLAND_PROPERTIES</c> is a number, so many others.</summary>
public static class PropertyCheck
{
    private const string Variable = "DOCKERLAND_PROPERTIES";
    private const int Usual = 25;
    private const ulong Seed = 20_151_005;

    public static void Hold<T>(Arbitrary<T> values, Func<T, bool> property, int times = Usual)
    {
        var config = int.TryParse(Environment.GetEnvironmentVariable(Variable), out var others)
            ? Config.QuickThrowOnFailure.WithMaxTest(others)
            : Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(Seed, 1);
        Prop.ForAll(values, property).Check(config.WithQuietOnSuccess(true));
    }
}

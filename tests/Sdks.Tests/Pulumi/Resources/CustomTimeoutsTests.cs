using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Resources;

public sealed class CustomTimeoutsTests
{
    [Fact]
    public void Times_Are_Go_Durations_And_Unset_Ones_Empty()
    {
        var wire = new CustomTimeouts { Create = TimeSpan.FromMinutes(10), Delete = TimeSpan.FromMilliseconds(1.5) }.ToWire();

        Assert.Equal(("600000000000ns", "", "1500000ns"), (wire.Create, wire.Update, wire.Delete));
    }

    [Fact]
    public void A_Copy_Is_Another_Object()
    {
        var timeouts = new CustomTimeouts { Update = TimeSpan.FromSeconds(1) };

        var copy = CustomTimeouts.Copy(timeouts);

        Assert.NotSame(timeouts, copy);
        Assert.Equal(timeouts.Update, copy!.Update);
        Assert.Null(CustomTimeouts.Copy(null));
    }
}

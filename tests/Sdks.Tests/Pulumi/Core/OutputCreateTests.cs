using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using Pulumi.Utilities;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class OutputCreateTests
{
    private readonly Resource _resource = Dependency("a");

    public static TheoryData<Func<Output<int>>, bool> Created => new()
    {
        { () => Output.Create(1), false },
        { () => Output.Create(Task.FromResult(1)), false },
        { () => Output<int>.Create(Task.FromResult(1)), false },
        { () => Output.CreateSecret(1), true },
        { () => Output.CreateSecret(Task.FromResult(1)), true },
        { () => Output.CreateSecret(Output.Create(1)), true },
        { () => Output.Unsecret(Output.CreateSecret(1)), false },
    };

    [Theory]
    [MemberData(nameof(Created))]
    public async Task What_Is_Created_Is_Known_And_Depends_On_Nothing(Func<Output<int>> create, bool isSecret)
    {
        var data = await create().DataAsync();

        Assert.Equal((1, true, isSecret), (data.Value, data.IsKnown, data.IsSecret));
        Assert.Empty(data.Resources);
    }

    [Fact]
    public async Task A_Secret_Of_An_Output_Keeps_The_Rest_Of_Its_State() =>
        await HasStateAsync(Output.CreateSecret(Make(1, isKnown: false, resources: _resource)), isSecret: true);

    [Fact]
    public async Task What_Is_No_Longer_Secret_Keeps_The_Rest_Of_Its_State() =>
        await HasStateAsync(Output.Unsecret(Make(1, isKnown: false, isSecret: true, _resource)), isSecret: false);

    [Fact]
    public async Task A_Failed_Task_Makes_A_Failed_Output()
    {
        var failure = new InvalidOperationException("broken");

        var output = Output.Create(Task.FromException<int>(failure));

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => output.DataAsync()));
    }

    [Fact]
    public void A_Missing_Task_Is_Refused() => Assert.Throws<ArgumentNullException>(() => Output.Create((Task<int>)null!));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Secretness_Can_Be_Asked_For(bool isSecret) =>
        Assert.Equal(isSecret, await Output.IsSecretAsync(Make(1, isSecret: isSecret)));

    [Fact]
    public async Task An_Unknown_Keeps_Its_Placeholder_And_Is_Not_Secret()
    {
        var data = await OutputUtilities.CreateUnknown("later").DataAsync();

        Assert.Equal(("later", false, false), (data.Value, data.IsKnown, data.IsSecret));
    }

    [Fact]
    public async Task The_Factory_Of_An_Unknown_Is_Not_Called()
    {
        var called = false;

        var data = await OutputUtilities.CreateUnknown(() =>
        {
            called = true;
            return Task.FromResult("later");
        }).DataAsync();

        Assert.Equal((null, false), (data.Value, data.IsKnown));
        Assert.False(called);
    }

    [Fact]
    public async Task The_Value_Of_An_Unknown_Is_The_Default()
    {
        Assert.Null(await OutputUtilities.GetValueAsync(OutputUtilities.CreateUnknown("later")));
        Assert.False(await OutputUtilities.GetIsKnownAsync(OutputUtilities.CreateUnknown("later")));
        Assert.Equal(1, await OutputUtilities.GetValueAsync(Output.Create(1)));
    }

    [Fact]
    public async Task A_Dependency_Can_Be_Added()
    {
        var output = OutputUtilities.WithDependency(Make(1, isSecret: true), _resource);

        Assert.Equal([_resource], await OutputUtilities.GetDependenciesAsync(output));
        Assert.True(await Output.IsSecretAsync(output));
    }

    private async Task HasStateAsync(Output<int> output, bool isSecret)
    {
        var data = await output.DataAsync();
        Assert.Equal((1, false, isSecret), (data.Value, data.IsKnown, data.IsSecret));
        Assert.Equal([_resource], data.Resources);
    }
}

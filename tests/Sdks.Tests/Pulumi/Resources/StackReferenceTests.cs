using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Resources;

public sealed class StackReferenceTests
{
    [Fact]
    public async Task The_Other_Stack_Is_Read_By_Its_Name()
    {
        var mocks = await ReadAsync(_ => { });

        var args = Assert.Single(mocks.Resources);
        Assert.Equal(("pulumi:pulumi:StackReference", "org/web/dev", "org/web/dev"), (args.Type, args.Name, args.Id));
        Assert.Equal("org/web/dev", args.Inputs["name"]);
    }

    [Fact]
    public async Task The_Name_May_Differ_From_The_Resources()
    {
        var mocks = new FakeMocks();
        await mocks.TestAsync(() => { _ = new StackReference("other", new() { Name = "org/web/dev" }); });

        Assert.Equal("org/web/dev", Assert.Single(mocks.Resources).Id);
    }

    [Theory]
    [InlineData("open", "o", false)]
    [InlineData("password", "p", true)]
    [InlineData("missing", null, false)]
    public async Task Only_What_Is_Secret_There_Is_Secret_Here(string name, string? value, bool isSecret) => await ReadAsync(async stack =>
    {
        var data = await stack.GetOutput(name).DataAsync();

        Assert.Equal((value, true, isSecret), ((string?)data.Value, data.IsKnown, data.IsSecret));
    });

    [Fact]
    public async Task A_Required_Output_Is_There_Or_Fails() => await ReadAsync(async stack =>
    {
        Assert.Equal("o", await stack.RequireOutput("open").ValueAsync());
        Assert.Equal("o", await stack.RequireOutput(Output.Create("open")).ValueAsync());
    });

    [Fact]
    public async Task A_Missing_Required_Output_Is_Named_With_Its_Stack()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => ReadAsync(stack => { stack.RequireOutput("missing"); }));

        Assert.Contains("Required output 'missing' does not exist on stack 'org/web/dev'.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_Values_Are_Given_Unless_They_Are_Secret() => await ReadAsync(async stack =>
    {
        Assert.Equal("o", await stack.GetValueAsync("open"));
        Assert.Equal("o", await stack.RequireValueAsync("open"));
        Assert.Null(await stack.GetValueAsync("missing"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => stack.GetValueAsync("password"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => stack.RequireValueAsync("password"));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => stack.RequireValueAsync("missing"));
    });

    [Fact]
    public async Task Details_Tell_Secrets_From_The_Rest() => await ReadAsync(async stack =>
    {
        var open = await stack.GetOutputDetailsAsync("open");
        Assert.Equal(("o", null), (open.Value, open.SecretValue));
        var password = await stack.GetOutputDetailsAsync("password");
        Assert.Equal((null, "p"), (password.Value, password.SecretValue));
    });

    [Fact]
    public async Task An_Unknown_Name_Has_An_Unknown_Output() => await ReadAsync(async stack =>
        Assert.False((await stack.GetOutput(Unknown<string>()).DataAsync()).IsKnown));

    [Fact]
    public async Task Without_The_Names_Of_Secrets_All_Is_Secret_If_Any_Is()
    {
        var mocks = Mocks(withNames: false);
        await mocks.TestAsync(async () =>
            Assert.True((await new StackReference("org/web/dev").GetOutput("open").DataAsync()).IsSecret));
    }

    private static async Task<FakeMocks> ReadAsync(Func<StackReference, Task> check)
    {
        var mocks = Mocks(withNames: true);
        await mocks.TestAsync(() => check(new StackReference("org/web/dev")));
        return mocks;
    }

    private static Task<FakeMocks> ReadAsync(Action<StackReference> check) => ReadAsync(stack =>
    {
        check(stack);
        return Task.CompletedTask;
    });

    private static FakeMocks Mocks(bool withNames) => new()
    {
        OnResource = args =>
        {
            var state = new Dictionary<string, object>
            {
                ["name"] = "org/web/dev",
                ["outputs"] = new Dictionary<string, object> { ["open"] = "o", ["password"] = Output.CreateSecret("p") },
            };
            if (withNames)
            {
                state["secretOutputNames"] = ImmutableArray.Create("password");
            }

            return (args.Id, state);
        },
    };
}

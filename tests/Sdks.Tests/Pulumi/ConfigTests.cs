using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi;

public sealed class ConfigTests
{
    private sealed record Size(int Width);

    private static readonly (string, string)[] s_values =
    [
        ("project:text", "a"), ("project:yes", "true"), ("project:no", "false"), ("project:odd", "True"), ("project:number", "-12"),
        ("project:fraction", "1.5e3"), ("project:comma", "1,5"), ("project:size", """{"Width":3}"""), ("project:broken", "{"),
        ("aws:region", "eu-central-1"), ("project:huge", "3000000000"),
    ];

    [Fact]
    public Task Values_Are_Read_By_Type() => WithAsync(config =>
    {
        Assert.Equal("a", config.Get("text"));
        Assert.Equal((true, false), (config.GetBoolean("yes"), config.GetBoolean("no")));
        Assert.Equal(-12, config.GetInt32("number"));
        Assert.Equal(1500.0, config.GetDouble("fraction"));
        Assert.Equal(new Size(3), config.GetObject<Size>("size"));
        Assert.Equal("a", config.Require("text"));
        Assert.True(config.RequireBoolean("yes"));
        Assert.False(config.RequireBoolean("no"));
        Assert.Equal(-12, config.RequireInt32("number"));
        Assert.Equal(1500.0, config.RequireDouble("fraction"));
        Assert.Equal(new Size(3), config.RequireObject<Size>("size"));
    });

    [Fact]
    public Task A_Missing_Value_Is_Null() => WithAsync(config =>
    {
        Assert.Null(config.Get("none"));
        Assert.Null(config.GetBoolean("none"));
        Assert.Null(config.GetInt32("none"));
        Assert.Null(config.GetDouble("none"));
        Assert.Null(config.GetObject<Size>("none"));
        Assert.Null(config.GetSecret("none"));
        Assert.Null(config.GetSecretBoolean("none"));
        Assert.Null(config.GetSecretInt32("none"));
        Assert.Null(config.GetSecretDouble("none"));
        Assert.Null(config.GetSecretObject<Size>("none"));
    });

    [Fact]
    public Task Secrets_Are_Secret_Outputs() => WithAsync(async config =>
    {
        await IsSecretAsync("a", config.GetSecret("text"), config.RequireSecret("text"));
        await IsSecretAsync(true, config.GetSecretBoolean("yes"), config.RequireSecretBoolean("yes"));
        await IsSecretAsync(-12, config.GetSecretInt32("number"), config.RequireSecretInt32("number"));
        await IsSecretAsync(1500.0, config.GetSecretDouble("fraction"), config.RequireSecretDouble("fraction"));
        await IsSecretAsync(new Size(3), config.GetSecretObject<Size>("size"), config.RequireSecretObject<Size>("size"));
    });

    public static TheoryData<Action<Config>> Required => new()
    {
        config => config.Require("none"),
        config => config.RequireBoolean("none"),
        config => config.RequireInt32("none"),
        config => config.RequireDouble("none"),
        config => config.RequireObject<int>("none"),
        config => config.RequireSecret("none"),
        config => config.RequireSecretBoolean("none"),
        config => config.RequireSecretInt32("none"),
        config => config.RequireSecretDouble("none"),
        config => config.RequireSecretObject<int>("none"),
    };

    [Theory]
    [MemberData(nameof(Required))]
    public async Task A_Missing_Required_Value_Is_Told_With_The_Command_That_Sets_It(Action<Config> read) => Assert.Equal(
        ["""
        Missing Required configuration variable 'project:none'
        	please set a value using the command `pulumi config set project:none <value>`
        """],
        (await RunAsync(read)).Errors);

    public static TheoryData<Action<Config>, string> Invalid => new()
    {
        { config => config.GetBoolean("odd"), "Configuration 'project:odd' value 'True' is not a valid Boolean" },
        { config => config.RequireBoolean("text"), "Configuration 'project:text' value 'a' is not a valid Boolean" },
        { config => config.GetInt32("fraction"), "Configuration 'project:fraction' value '1.5e3' is not a valid Int32" },
        { config => config.GetInt32("huge"), "Configuration 'project:huge' value '3000000000' is not a valid Int32" },
        { config => config.GetDouble("comma"), "Configuration 'project:comma' value '1,5' is not a valid Double" },
        { config => config.GetSecretDouble("text"), "Configuration 'project:text' value 'a' is not a valid Double" },
        { config => config.GetObject<string>("broken"), "Configuration 'project:broken' value '{' is not a valid System.String" },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task A_Value_Of_Another_Type_Is_Told(Action<Config> read, string message) =>
        Assert.Equal([message], (await RunAsync(read)).Errors);

    [Theory]
    [InlineData("aws")]
    [InlineData("aws:config")]
    public Task Another_Namespace_May_Be_Read(string name) => WithAsync(_ => Assert.Equal("eu-central-1", new Config(name).Get("region")));

    [Fact]
    public void Outside_Of_A_Deployment_There_Is_No_Config() => Assert.Throws<InvalidOperationException>(() => new Config());

    [Fact]
    public void Keys_Of_The_Old_Form_Are_Read_As_Those_Of_Today()
    {
        var config = DeploymentSettings.ConfigFromEnvironment(
            name => name == "PULUMI_CONFIG" ? """{"a:config:b":"1","a:config":"2","a:b:c":"3"}""" : null);

        Assert.Equal(["a:b", "a:b:c", "a:config"], config.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task IsSecretAsync<T>(T expected, params Output<T>?[] outputs)
    {
        foreach (var output in outputs)
        {
            var data = await output!.DataAsync();
            Assert.Equal((expected, true, true), (data.Value, data.IsKnown, data.IsSecret));
        }
    }

    private static Task<Run> RunAsync(Action<Config> read) => Run.WithConfig(s_values).ExecuteAsync(() => read(new Config()));

    private static async Task WithAsync(Action<Config> check) => (await RunAsync(check)).Succeeded();

    private static async Task WithAsync(Func<Config, Task> check) =>
        (await Run.WithConfig(s_values).ExecuteAsync(() => check(new Config()))).Succeeded();
}

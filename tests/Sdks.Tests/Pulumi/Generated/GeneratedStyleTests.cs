using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Generated;

/// <summary>Code of the generator's shape compiles and runs against this SDK.</summary>
public sealed class GeneratedStyleTests
{
    private readonly FakeMocks _mocks = new();

    [Fact]
    public async Task A_Resource_Sends_Its_Inputs_And_Has_Its_Outputs()
    {
        _mocks.OnResource = args => ("the-id", args.Inputs.Add("size", 3.0));

        var bucket = (Bucket)(await _mocks.TestAsync(() => _ = new Bucket("b", FullArgs())))[0];

        Assert.Equal("the-id", await bucket.Id.ValueAsync());
        Assert.Equal("n", await bucket.Name.ValueAsync());
        Assert.Equal(3, await bucket.Size.ValueAsync());
        Assert.Equal(BucketKind.Cold, await bucket.Kind.ValueAsync());
        var rule = (await bucket.Rules.ValueAsync())[1];
        Assert.Equal(("logs/", 30), (rule.Prefix, rule.Days));
        Assert.Equal("everyone", (await bucket.Policy.ValueAsync())!.Value.AsT1["read"]);
        Assert.Equal("b", (await bucket.Tags.ValueAsync())!["a"]);
    }

    [Fact]
    public async Task A_Secret_Input_Is_Secret_On_The_Wire()
    {
        var run = (await Run.UpdateAsync(() => _ = new Bucket("b", FullArgs()))).Succeeded();

        var request = run.Monitor.Registration("b");
        WireValue.Same(
            $$"""
            {
              "name":"n",
              "password":{"{{WireValue.Key}}":"{{WireValue.SecretMark}}","value":"p"},
              "rules":[{"prefix":"tmp/"},{"prefix":"logs/","days":30}],
              "kind":"cold",
              "policy":{"read":"everyone"},
              "tags":{"a":"b"}
            }
            """,
            request.Object);
        Assert.Equal(("1.2.3", "https://plugins.example.com"), (request.Version, request.PluginDownloadURL));
        Assert.Equal(["password"], request.AdditionalSecretOutputs);
        Assert.Equal(["name"], request.ReplaceOnChanges);
        Assert.Equal("sample:old/bucket:Bucket", Assert.Single(request.Aliases).Spec.Type);
    }

    [Fact]
    public async Task A_Union_Takes_Either_Type()
    {
        var args = FullArgs();
        args.Policy = "text";

        var bucket = (Bucket)(await _mocks.TestAsync(() => _ = new Bucket("b", args)))[0];

        Assert.Equal("text", (await bucket.Policy.ValueAsync())!.Value.AsT0);
    }

    [Fact]
    public async Task A_Missing_Required_Input_Is_Named()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => _mocks.TestAsync(() => _ = new Bucket("b", null!)));

        Assert.Contains("BucketArgs.Name is required but was not given a value", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Existing_Resource_Is_Read_By_Its_Id()
    {
        _mocks.OnResource = args => (args.Id, new Dictionary<string, object> { ["name"] = "found" });

        var bucket = (Bucket)(await _mocks.TestAsync(() => _ = Bucket.Get("b", "the-id", new() { Name = "asked" })))[0];

        Assert.Equal(("the-id", "found"), (await bucket.Id.ValueAsync(), await bucket.Name.ValueAsync()));
        Assert.Equal("asked", Assert.Single(_mocks.Resources).Inputs["name"]);
    }

    [Fact]
    public async Task A_Reference_To_A_Resource_Comes_Back_As_Its_Class()
    {
        await _mocks.TestAsync(() =>
        {
            var bucket = new Bucket("b", FullArgs());
            _ = new Thing("a", new() { Any = bucket });
        });

        var bucket = Assert.IsType<Bucket>(_mocks.Resources.Single(args => args.Name == "a").Inputs["any"]);
        Assert.Equal("n", await bucket.Name.ValueAsync());
    }

    [Fact]
    public async Task A_Function_Has_A_Plain_Form_And_One_Of_Outputs()
    {
        _mocks.OnCall = args => new Dictionary<string, object> { ["id"] = (string)args.Args["name"] + "-id", ["size"] = 1.5 };
        await _mocks.TestAsync(async () =>
        {
            var plain = await GetBucket.InvokeAsync(new() { Name = "a" });
            var output = await GetBucket.Invoke(new() { Name = Output.Create("b") }).ValueAsync();
            var waiting = await GetBucket.Invoke(new() { Name = "c" }, new InvokeOutputOptions { DependsOn = { new Thing("t") } }).ValueAsync();

            Assert.Equal(("a-id", "b-id", "c-id", 1.5), (plain.Id, output.Id, waiting.Id, output.Size));
        });
    }

    [Fact]
    public async Task A_Provider_Sends_Its_Settings_As_Json_Texts()
    {
        var run = (await Run.UpdateAsync(() =>
        {
            var provider = new Provider("p", new() { Endpoint = "e", Insecure = true, Rules = { new BucketRuleArgs { Prefix = "x" } } });
            _ = new Bucket("b", FullArgs(), new() { Provider = provider });
        })).Succeeded();

        var request = run.Monitor.Registration("p");
        WireValue.Same("""{"endpoint":"e","insecure":"true","rules":"[ { \"prefix\": \"x\" } ]"}""", request.Object);
        Assert.Equal(("pulumi:providers:sample", "1.2.3"), (request.Type, request.Version));
        Assert.EndsWith("::p::p", run.Monitor.Registration("b").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configuration_Is_Read_From_The_Packages_Namespace() => (await Run.WithConfig(("sample:endpoint", "e"))
        .ExecuteAsync(() => Assert.Equal("e", Config.Endpoint))).Succeeded();

    private static BucketArgs FullArgs() => new()
    {
        Name = "n",
        Password = "p",
        Rules = { new BucketRuleArgs { Prefix = "tmp/" }, new BucketRuleArgs { Prefix = "logs/", Days = 30 } },
        Kind = BucketKind.Cold,
        Policy = ImmutableDictionary<string, string>.Empty.Add("read", "everyone"),
        Tags = { ["a"] = "b" },
    };
}

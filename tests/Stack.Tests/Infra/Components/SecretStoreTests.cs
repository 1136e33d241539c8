using System.Collections.Immutable;
using Dockerland.Infra.Components;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Ssm;

namespace Dockerland.Tests.Infra.Components;

public sealed class SecretStoreTests
{
    [Fact]
    public async Task A_Secret_Is_Stored_Encrypted_In_The_Stacks_Folder()
    {
        var parameter = (await RunAsync()).Require("aws:ssm/parameter:Parameter", "gossip-key");

        Assert.Equal("/dockerland/dev/gossip-key SecureString", $"{parameter.Inputs["name"]} {parameter.Inputs["type"]}");
    }

    [Fact]
    public async Task A_Secret_Stays_One_In_The_State()
    {
        var values = new List<Output<string>>();
        await Cloud.RunAsync(() => Create(new() { ResourceTransformations = { RecordValues(values) } }));

        Assert.True(await Output.IsSecretAsync(Assert.Single(values)));
    }

    [Fact]
    public async Task A_Secret_That_Is_Not_Set_Is_Not_Found()
    {
        StoredSecret? found = null;
        await Cloud.RunAsync(() => found = Create().Find("registry-password"));

        Assert.Null(found);
    }

    private static Task<Cloud> RunAsync() => Cloud.RunAsync(() => Create());

    private static SecretStore Create(ComponentResourceOptions? options = null) => new(
        "secrets",
        new()
        {
            Path = "/dockerland/dev",
            Values = ImmutableSortedDictionary<string, Secret?>.Empty.Add("gossip-key", Secret.Of("planted")).Add("registry-password", null),
        },
        options);

    // The mocked cloud gets secrets unwrapped, so what is asked of it can't tell.
    private static ResourceTransformation RecordValues(List<Output<string>> values) => args =>
    {
        if (args.Args is ParameterArgs { Value: { } value }) values.Add(value.ToOutput());
        return null;
    };
}

using System.Text.Json;
using Amazon.Runtime;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.AwsSdk;

/// <summary>One moto for all tests of the AWS clients; each test makes things of its own in it.</summary>
public sealed class MotoFixture : IAsyncLifetime
{
    private Moto? moto;

    public async Task InitializeAsync()
    {
        if (Prerequisite.HasPrograms(Moto.Programs))
            moto = await Moto.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (moto is not null)
            await moto.DisposeAsync();
    }

    /// <summary>A client's configuration that leads to moto, or a skipped test where there is none.</summary>
    public TConfig Config<TConfig>() where TConfig : ClientConfig, new()
    {
        Prerequisite.Programs(Moto.Programs);
        return new() { ServiceURL = Endpoint.OriginalString, AuthenticationRegion = "us-east-1" };
    }

    /// <summary>Where moto is.</summary>
    public Uri Endpoint => moto!.Endpoint;

    public static BasicAWSCredentials Credentials { get; } = new("test", "test");

    /// <summary>What boto3 sees, as the script's last line leaves it in <c>result</c>.</summary>
    public Task<JsonElement> Boto3Async(string script) => moto!.Boto3Async(script);
}

[CollectionDefinition(Name)]
public sealed class MotoClients : ICollectionFixture<MotoFixture>
{
    public const string Name = "AWS clients at moto";
}

using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.SNSEvents;
using Dockerland.Tests.Sdks.Pulumi.Api;

namespace Dockerland.Tests.Sdks.Lambda;

/// <summary>The stand-ins against the official packages' members, so that a program compiles against either.</summary>
public sealed class LambdaApiTests
{
    private static readonly HashSet<string> Official = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "lambda-public-api.txt"))];

    [Theory]
    [InlineData(typeof(ILambdaContext))]
    [InlineData(typeof(LambdaBootstrap))]
    [InlineData(typeof(SNSEvent))]
    public void Every_Public_Member_Is_Official(Type type) => Assert.Empty(ApiReader.Members(type.Assembly).Except(Official));
}

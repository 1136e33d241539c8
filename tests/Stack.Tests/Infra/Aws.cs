using Dockerland.Infra;

namespace Dockerland.Tests.Infra;

/// <summary>The account that the mocked cloud is.</summary>
internal static class Aws
{
    public static AwsAccount Account { get; } = new("aws", "123456789012", "eu-central-1", "amazonaws.com");
}

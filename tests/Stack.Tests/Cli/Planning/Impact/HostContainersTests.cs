using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dockerland.Cli.Planning;
using Dockerland.Cli.Planning.Impact;
using Dockerland.Tests.Stack.Repository;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

public sealed class HostContainersTests
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Group = "aws:autoscaling/group:Group";

    [Theory]
    [InlineData("debian", "webapp=registry.example.com/webapp:1")]
    [InlineData("nginx", "nginx=nginx")]
    [InlineData("balancer", "haproxy=registry.example.com/haproxy:1")]
    [InlineData("metadata", "webapp=registry.example.com/webapp:1")]
    [InlineData("rancheros", "webapp=registry.example.com/webapp:1")]
    public void They_Are_Read_From_User_Data(string golden, string containers)
    {
        var plan = Plan(TrackedFiles.Read($"tests/Stack.Tests/Infra/UserData/golden/{golden}/user-data.yaml"));

        Assert.Equal(containers, string.Join(' ', HostContainers.Of(plan, plan.Resources[0]).Select(container => $"{container.Key}={container.Value}")));
    }

    [Theory]
    [InlineData("cache redis:7", "cache redis:8", "the container cache runs redis:8 instead of redis:7")]
    [InlineData("cache redis:7", "", "the container cache is gone")]
    [InlineData("", "cache redis:7", "the container cache is new: redis:7")]
    [InlineData("cache redis:7", "cache redis:7", "")]
    [InlineData("webapp r/webapp:0123456789abcdef", "webapp r/webapp:fedcba9876543210", "")]
    public void What_Differs_Is_Told(string before, string after, string fact)
    {
        var (old, now) = (Plan(UserData(before)), Plan(UserData(after)));

        Assert.Equal(fact, string.Join(", ", HostContainers.Facts(PlanDiff.Between(old, now), old.Resources[0], now.Resources[0])));
    }

    private static string UserData(string container) => container.Split(' ') is [var name, var image]
        ? $"Description=Container {name}\n\n[Service]\nUser=dockerland\nExecStart=/usr/local/bin/dockerland-run --name %n --image {image} --env=ROLE\n"
        : "";

    private static Plan Plan(string userData)
    {
        var group = Resource(Group, "launchTemplate", "<web.id>") with { Dependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("launchTemplate", [Urn(Template)]) };
        return new("shop", "dev", [group, Resource(Template, "userData", userData)], ImmutableSortedDictionary<string, JsonNode?>.Empty);
    }

    private static PlannedResource Resource(string type, string input, string value) => new(
        Urn(type), null, 0, type, "web", true, ImmutableSortedDictionary<string, JsonNode?>.Empty.Add(input, value), ImmutableSortedDictionary<string, JsonNode?>.Empty);

    private static string Urn(string type) => $"urn:pulumi:dev::shop::{type}::web";
}

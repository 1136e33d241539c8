using Dockerland.Infra.Rules;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Utilities;

namespace Dockerland.Tests.Infra;

/// <summary>What of the stack no mock can see.</summary>
public sealed class GraphTests
{
    public static TheoryData<string> Stacks => ["dev", "prod"];

    [Theory]
    [InlineData("dev", "aws:ssm/parameter:Parameter value", "docker:index/image:Image registry")]
    [InlineData("prod", "aws:ssm/parameter:Parameter value", "docker:index/image:Image registry")]
    public async Task These_Inputs_Are_Secret_And_No_Others(string stack, params string[] secrets)
    {
        var inputs = await Task.WhenAll((await Graph.UpAsync(stack)).All.Where(declared => declared.Resource is CustomResource).Select(declared => declared.InputsAsync()));

        Assert.Equal(secrets, inputs.SelectMany(resource => resource.Secrets.Select(input => $"{resource.Type} {input}")).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task User_Data_Is_Known_In_The_First_Preview_On_The_Templates_Themselves(string stack)
    {
        var templates = (await Graph.PreviewAsync(stack)).Resources<LaunchTemplate>().ToArray();

        Assert.NotEmpty(templates);
        Assert.All(await Task.WhenAll(templates.Select(template => OutputUtilities.GetIsKnownAsync(template.UserData))), Assert.True);
        Assert.All(await Task.WhenAll(templates.Select(template => OutputUtilities.GetValueAsync(template.UserData))), Assert.NotNull);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task User_Data_Is_No_Secret(string stack) =>
        Assert.All(
            await Task.WhenAll((await Graph.UpAsync(stack)).Resources<LaunchTemplate>().Select(template => Output.IsSecretAsync(template.UserData))),
            Assert.False);

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task An_Update_Leaves_Nothing_Unknown_To_The_Rules(string stack)
    {
        var inputs = await Task.WhenAll((await Graph.UpAsync(stack)).All.Where(declared => Rule.ByType.ContainsKey(declared.Type)).Select(declared => declared.InputsAsync()));

        Assert.NotEmpty(inputs);
        Assert.DoesNotContain(inputs.SelectMany(resource => resource.Values.Select(input => (resource.Name, input.Key, input.Value))), input => input.Value == ResourceInputs.Unknown);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_Resource_Stands_In_A_Component_And_Every_Component_In_The_Stack(string stack)
    {
        var graph = await Graph.UpAsync(stack);
        var components = graph.Resources<ComponentResource>().ToHashSet();

        Assert.All(graph.All.Where(declared => declared.Resource is CustomResource), declared => Assert.True(
            declared.Options.Parent is { } parent and not Pulumi.Stack && components.Contains(parent), $"{declared} has no component."));
        Assert.All(graph.All.Where(declared => declared.Resource is ComponentResource), declared => Assert.True(
            declared.Options.Parent is null || components.Contains(declared.Options.Parent), $"{declared} has a parent that isn't of this stack."));
    }

    [Theory]
    [InlineData("dev", null, null)]
    [InlineData("prod", true, true)]
    public async Task The_Zone_Of_Prod_Is_Protected_And_Kept(string stack, bool? isProtected, bool? isKept)
    {
        var options = (await Graph.UpAsync(stack)).Require("aws:route53/zone:Zone", "zone").Options;

        Assert.Equal((isProtected, isKept), (options.Protect, options.RetainOnDelete));
    }

    /// <summary>What can't be made anew as it was: names in the world, images, addresses. Nothing of a fleet: removing one is no accident.</summary>
    [Fact]
    public async Task A_Protected_Stack_Protects_This_And_Nothing_Else() => Assert.Equal(
        ["aws:ec2/eip:Eip", "aws:ec2/subnet:Subnet", "aws:ec2/vpc:Vpc", "aws:ecr/repository:Repository", "aws:route53/zone:Zone"],
        (await Graph.UpAsync("dev", ("protect", "true"), ("forceDestroy", "false"), ("privateSubnets", "true"))).All.Where(declared => declared.Options.Protect is true).Select(declared => declared.Type).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("aws:ec2/eip:Eip", "network-private-eu-central-1a")]
    [InlineData("aws:ec2/subnet:Subnet", "network-private-eu-central-1a")]
    [InlineData("aws:ec2/subnet:Subnet", "network-eu-central-1a")]
    [InlineData("aws:ec2/vpc:Vpc", "network")]
    [InlineData("aws:ecr/repository:Repository", "webapp")]
    public async Task Without_Protection_All_May_Go(string type, string name) =>
        Assert.Null((await Graph.UpAsync("dev", ("privateSubnets", "true"))).Require(type, name).Options.Protect);

    [Theory]
    [InlineData("balancer")]
    [InlineData("web")]
    public async Task A_Fleets_Firewall_Is_Found_Where_It_Stood_Before(string fleet)
    {
        var group = (await Graph.UpAsync("prod")).Require("aws:ec2/securityGroup:SecurityGroup", fleet);

        var aliases = await Task.WhenAll(group.Options.Aliases.Select(alias => OutputUtilities.GetValueAsync(alias.ToOutput())));

        Assert.Equal(
            [$"urn:pulumi:dev::dockerland::dockerland:components:Fleet$dockerland:components:FleetFirewall$aws:ec2/securityGroup:SecurityGroup::{fleet}"],
            aliases.Select(alias => alias.Urn));
    }
}

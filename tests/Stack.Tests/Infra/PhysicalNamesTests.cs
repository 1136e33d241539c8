using Dockerland.Cli.Planning;
using Dockerland.Infra;

namespace Dockerland.Tests.Infra;

/// <summary>Names that are ours and not AWS's, which adds an end of its own to those that it makes up.</summary>
public sealed class PhysicalNamesTests
{
    // These are unique within something that is itself a stack's own, or are addresses that the settings give.
    private static readonly string[] Elsewhere = ["aws:autoscaling/lifecycleHook:LifecycleHook", "aws:route53/zone:Zone", "aws:route53/record:Record"];

    [Fact]
    public async Task Two_Stacks_In_An_Account_Share_No_Name()
    {
        var names = await NamesAsync("dev");

        Assert.NotEmpty(names);
        Assert.Empty(names.Intersect(await NamesAsync("dev-2")));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("v1.2")]
    public async Task Each_Name_Says_Whose_It_Is(string stack) =>
        Assert.All(await NamesAsync(stack), name => Assert.Contains("dockerland", name, StringComparison.Ordinal));

    private static async Task<string[]> NamesAsync(string stack)
    {
        var files = StackFiles.Read(new(Support.Repository.Root), "dev");
        var keys = files.SecretKeys.Append("dockerland:gossipKey").ToHashSet();
        var inputs = StackInputs.Read(new(files.Values.SetItem("dockerland:gossipKey", "cGxhbnRlZC1nb3NzaXAtMQ=="), keys), Support.Repository.Root);
        var cloud = await Cloud.RunAsync(() => _ = new DockerlandStack(inputs), stack);
        return
        [
            .. from request in cloud.Requests
               where !Elsewhere.Contains(request.Type)
               from property in new[] { "name", "namePrefix", "imageName" }
               where request.Inputs.ContainsKey(property)
               select $"{request.Type} {property} {request.Inputs[property]}",
        ];
    }
}

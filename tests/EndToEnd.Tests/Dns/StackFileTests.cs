using Dockerland.Tests.EndToEnd.AwsSdk;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Dns;

/// <summary>Where a stack's file says its groups are.</summary>
[Collection(MotoClients.Name)]
public sealed class StackFileTests(MotoFixture moto) : IDisposable
{
    private const string Region = "eu-central-2";
    private const string Role = "arn:aws:iam::210987654321:role/deployer";

    private const string Settings = $"  aws:region: {Region}\n  aws:assumeRoles: [{{roleArn: {Role}}}]\n";

    private readonly TempFolder _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [SkippableFact]
    public async Task The_Stacks_Role_Is_Taken()
    {
        Prerequisite.Programs("aws");
        var account = await MotoAccount.CreateAsync(moto, Region, Role);
        await account.AddGroupAsync("dockerland-other", "staging", "web", 1);

        var sync = await account.DnsAsync(["sync", "other"], folder: Checkout(Settings));

        Assert.Equal((0, ""), (sync.ExitCode, sync.Error));
        Assert.StartsWith("web: ", Assert.Single(await account.RecordsAsync()), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_Role_That_Cant_Be_Taken_Is_Named()
    {
        Prerequisite.Programs("aws");
        var account = await MotoAccount.CreateAsync(moto, Region);

        var plan = await account.DnsAsync(["plan", "other"], new Uri("http://127.0.0.1:9"), new Dictionary<string, string?> { ["AWS_MAX_ATTEMPTS"] = "1" }, Checkout(Settings));

        Assert.Equal(1, plan.ExitCode);
        Assert.StartsWith($"error: The role {Role} of aws:assumeRoles can't be taken: ", plan.Error, StringComparison.Ordinal);
        Assert.EndsWith(" Let it trust the credentials in use, or say --profile PROFILE, whose credentials are the role's.\n", plan.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_Stack_Without_A_Region_Is_Told_Where_To_Write_It()
    {
        using var home = new TempFolder();
        var account = await MotoAccount.CreateAsync(moto, Region);

        var plan = await account.DnsAsync(["plan", "other"], variables: new Dictionary<string, string?> { ["HOME"] = home.Path }, folder: Checkout(""));

        Assert.Equal((1, "", "error: No AWS region is known. Set aws:region in the stack's file or AWS_REGION, or say --region REGION.\n"), (plan.ExitCode, plan.Output, plan.Error));
    }

    // With a stack of its own, and the command line in it.
    private string Checkout(string settings)
    {
        File.Copy(Path.Combine(Repository.Root, "Pulumi.yaml"), _checkout.File("Pulumi.yaml"));
        File.WriteAllText(_checkout.File("Pulumi.other.yaml"), $"config:\n{settings}  dockerland:environment: staging\n");
        foreach (var mark in new[] { "dockerland", "Stack.sln" }) File.WriteAllText(_checkout.File(mark), "");
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => Path.GetExtension(file) is ".dll" or ".json"))
            File.Copy(file, _checkout.File(Path.GetFileName(file)));
        return _checkout.Path;
    }
}

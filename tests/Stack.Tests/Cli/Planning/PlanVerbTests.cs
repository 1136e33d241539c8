using System.Text.Json.Nodes;
using Dockerland.Cli;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.Stack.Cli.Planning;

/// <summary>The verb on a copy of what it reads: the stack files without secrets, and the sources of images and functions.</summary>
public sealed class PlanVerbTests : IDisposable
{
    private const string NobodyIsTold = "warning: dockerland:alarmTargets is empty: alarms are raised and nobody is told. Set it: pulumi config set --path 'dockerland:alarmTargets[0]' ops@example.com\n";

    private static readonly string[] Sources = ["images", "lambdas", "lib", "sdks"];

    private readonly TempFolder _folder = new();

    public PlanVerbTests()
    {
        var root = Support.Repository.Root;
        foreach (var folder in Sources) Directory.CreateSymbolicLink(_folder.File(folder), Path.Combine(root, folder));
        File.Copy(Path.Combine(root, "Pulumi.yaml"), _folder.File("Pulumi.yaml"));
        foreach (var file in new[] { "Pulumi.dev.yaml", "Pulumi.prod.yaml" })
            File.WriteAllText(_folder.File(file), StackFile.WithoutSecrets(File.ReadAllText(Path.Combine(root, file))));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_Plan_Is_The_Same_Whether_Its_Secrets_Are_Set_Or_Not()
    {
        var (_, before, _) = await RunAsync("plan", "prod");
        string[] keys = ["registryPassword", "nodeRegistryKey", "gossipKey", "cookieSecret"];
        await File.AppendAllTextAsync(_folder.File("Pulumi.prod.yaml"), string.Concat(keys.Select(key => $"  dockerland:{key}:\n    secure: v1:a:b\n")) + "encryptionsalt: v1:a:b\n");

        var (code, after, error) = await RunAsync("plan", "prod");

        Assert.Equal((0, before, ""), (code, after, error));
        Assert.Equal(4, after.Split('\n').Count(line => line.Trim() == "value: <secret>"));
    }

    [Fact]
    public async Task What_Dev_Goes_On_Without_Is_Named()
    {
        var (code, output, error) = await RunAsync("plan", "dev");

        Assert.Equal((0, $"{NobodyIsTold}dockerland:gossipKey is not set: 'pulumi up' goes on without it and what it is for.\ndockerland:cookieSecret is not set: 'pulumi up' goes on without it and what it is for.\n"), (code, error));
        Assert.DoesNotContain("pulumi up", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Prod_Refuses_To_Go_On_Without_Is_Named_With_The_Command()
    {
        var (_, _, error) = await RunAsync("plan", "prod");

        Assert.Equal(
            ["dockerland:registryPassword", "dockerland:nodeRegistryKey", "dockerland:gossipKey", "dockerland:cookieSecret"],
            error.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
        Assert.EndsWith("dockerland:cookieSecret is not set: 'pulumi up' refuses until it is set: pulumi config set --secret dockerland:cookieSecret\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zoneId: Z0123456789ABC", "dockerland:zoneId 'Z0123456789ABC' is not looked at here: 'pulumi preview' says whether it is that of 'existing.example.com'.")]
    [InlineData("zoneExisting: true", "dockerland:zone 'existing.example.com' is not looked for here: 'pulumi preview' says whether there is one.")]
    public async Task What_Only_A_Cloud_Can_Tell_Of_What_Is_There_Is_Named(string zone, string note)
    {
        await File.WriteAllTextAsync(_folder.File("Pulumi.existing.yaml"), $"""
            config:
              aws:region: eu-central-1
              dockerland:zone: existing.example.com
              dockerland:{zone}
              dockerland:environment: staging
              dockerland:requireSecrets: false
              dockerland:alarmTargets: [ops@example.com]
              dockerland:vpcId: vpc-0123456789abcdef0
              dockerland:subnetIds: [subnet-0123456789abcdef0]
              dockerland:privateZone: none
              dockerland:fleets: {"{job: {containers: {job: {image: \"job:1\"}}}}"}

            """);

        var (_, _, error) = await RunAsync("plan", "existing");

        Assert.Equal($"dockerland:vpcId 'vpc-0123456789abcdef0' is not looked at here: 'pulumi preview' says whether its DNS and its subnets are fit for hosts.\n{note}\n", error);
    }

    [Fact]
    public async Task An_Exemption_That_Nothing_Needs_Is_Said()
    {
        await File.AppendAllTextAsync(_folder.File("Pulumi.prod.yaml"), "  dockerland:exemptions:\n    topic-key: {nothing: it is gone}\n");

        var (_, _, error) = await RunAsync("plan", "prod");

        Assert.Contains("warning: dockerland:exemptions.topic-key.nothing exempts nothing", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Missing_Project_File_Is_One_Line()
    {
        File.Delete(_folder.File("Pulumi.yaml"));

        var (code, _, error) = await RunAsync("plan", "dev");

        Assert.Equal((1, $"error: There is no Pulumi.yaml in '{_folder.Path}'. Get it back: git checkout -- Pulumi.yaml\n"), (code, error));
    }

    [Fact]
    public async Task An_Encrypted_Secret_Is_Shown_As_One()
    {
        await File.AppendAllTextAsync(_folder.File("Pulumi.dev.yaml"), "  dockerland:gossipKey:\n    secure: v1:ciphertext\n  dockerland:cookieSecret:\n    secure: v1:ciphertext\nencryptionsalt: v1:salt\n");

        var (code, output, error) = await RunAsync("plan", "dev");

        Assert.Equal((0, NobodyIsTold), (code, error));
        Assert.Contains("value: <secret>\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ciphertext", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_A_Name_It_Plans_Dev() => Assert.Equal(await RunAsync("plan", "dev"), await RunAsync("plan"));

    [Fact]
    public async Task Json_Holds_The_Same_Resources()
    {
        var (_, text, _) = await RunAsync("plan", "dev");
        var (_, json, _) = await RunAsync("plan", "dev", "--json");

        var resources = JsonNode.Parse(json)!["resources"]!.AsArray().Select(resource => $"+ {resource!["type"]} {resource["name"]}");
        Assert.Equal(text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("+ ", StringComparison.Ordinal)), resources);
    }

    [Fact]
    public async Task Against_Itself_Nothing_Differs()
    {
        var file = await KeepAsync("dev");

        var (code, output, _) = await RunAsync("plan", "dev", "--against", file);

        Assert.Equal((0, $"dockerland dev against {file}: no differences\n"), (code, output));
    }

    [Fact]
    public async Task Another_Stack_Is_Nothing_To_Compare_With()
    {
        var file = await KeepAsync("dev");

        var (code, output, error) = await RunAsync("plan", "prod", "--against", file);

        Assert.Equal((1, ""), (code, output));
        Assert.EndsWith($"error: '{file}' is a plan of the stack 'dev', not of 'prod'. Compare it with its own: ./dockerland plan dev --against {file}\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Project_Is_Nothing_To_Compare_With()
    {
        var file = await KeepAsync("dev");
        ReplaceIn(file, "\"project\": \"dockerland\"", "\"project\": \"shop\"");

        var (code, _, error) = await RunAsync("plan", "dev", "--against", file);

        Assert.Equal(1, code);
        Assert.Contains($"error: '{file}' is a plan of the project 'shop', and this is 'dockerland':", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Fleet_That_The_Settings_Rename_Gets_No_Advice_That_They_Cannot_Follow()
    {
        var file = await KeepAsync("dev");
        ReplaceIn("Pulumi.dev.yaml", "\n    web:\n", "\n    shop:\n      role: web\n");

        var (_, output, _) = await RunAsync("plan", "dev", "--against", file);

        Assert.Contains("! fleet web is deleted and shop created. A fleet can't be renamed, since its group is named after it: add the new fleet first, and remove the old one when the new one serves.\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Aliases", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Difference_Has_An_Exit_Code_Of_Its_Own()
    {
        var file = await KeepAsync("dev");
        ReplaceIn("Pulumi.dev.yaml", "dockerland:environment: staging", "dockerland:environment: qa");

        var (code, output, _) = await RunAsync("plan", "dev", "--against", file);

        Assert.Equal(2, code);
        Assert.Contains("      - tags[docker.environment].value: staging\n      + tags[docker.environment].value: qa\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_Are_There_For_Programs_Too()
    {
        var file = await KeepAsync("dev");
        ReplaceIn("Pulumi.dev.yaml", "dockerland:zone: dev.example.com", "dockerland:zone: example.com");

        var (code, output, _) = await RunAsync("plan", "dev", "--against", file, "--json");

        Assert.Equal(2, code);
        Assert.Contains(JsonNode.Parse(output)!["changes"]!.AsArray(), change => $"{change!["operation"]} {change["type"]}" == "replace aws:route53/zone:Zone");
    }

    [Fact]
    public async Task A_File_That_Is_No_Plan_Is_Named()
    {
        var (code, _, error) = await RunAsync("plan", "dev", "--against", _folder.File("Pulumi.yaml"));

        Assert.Equal((1, $"error: '{_folder.File("Pulumi.yaml")}' is not a plan. Write one: ./dockerland plan STACK --json > FILE"), (code, error.TrimEnd().Split('\n')[^1]));
    }

    [Fact]
    public async Task An_Unknown_Stack_Is_One_Line_That_Lists_Those_There_Are()
    {
        var (code, output, error) = await RunAsync("plan", "deb");

        Assert.Equal((1, "", "error: There is no stack 'deb'. Did you mean 'dev'?\n"), (code, output, error));
    }

    [Fact]
    public async Task A_Wrong_Setting_Is_Named_Once_Without_A_Stack_Trace()
    {
        await File.WriteAllTextAsync(_folder.File("Pulumi.bad.yaml"), await File.ReadAllTextAsync(_folder.File("Pulumi.dev.yaml")) + "  dockerland:zoen: x\n");

        var (code, output, error) = await RunAsync("plan", "bad");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("error: dockerland:zoen is not a setting; the nearest is dockerland:zone.", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private async Task<string> KeepAsync(string stack)
    {
        var file = _folder.File("before.json");
        await File.WriteAllTextAsync(file, (await RunAsync("plan", stack, "--json")).Output);
        return file;
    }

    private void ReplaceIn(string file, string old, string now)
    {
        var text = File.ReadAllText(_folder.File(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(_folder.File(file), text.Replace(old, now, StringComparison.Ordinal));
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(args, new(output, error, Interactive: false), () => new(_folder.Path));
        return (code, output.ToString(), error.ToString());
    }
}

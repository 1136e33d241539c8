using System.Text.RegularExpressions;
using Dockerland.Cli;
using Dockerland.Cli.Planning;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using YamlDotNet.RepresentationModel;

namespace Dockerland.Tests.Stack.Repository;

public sealed partial class ReadmeTests
{
    private const int MostLines = 150;

    private static readonly string Readme = TrackedFiles.Read("README.md");

    [Fact]
    public void It_Is_Short() => Assert.InRange(Readme.Split('\n').Length, 1, MostLines);

    [Fact]
    public void The_Table_Has_Every_Key_Of_The_Schema_And_No_Other()
    {
        var project = new YamlStream();
        project.Load(new StringReader(TrackedFiles.Read("Pulumi.yaml")));
        var schema = ((YamlMappingNode)project.Documents[0].RootNode["config"]).Children.Keys.Select(key => key.ToString());
        var rows = Section("Configuration").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        var keys = rows.SelectMany(row => Code().Matches(row.Split('|')[1])).Select(match => match.Groups[1].Value);

        Assert.Equal(schema.Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_Plan_It_Shows_Is_The_One_That_Is_Printed()
    {
        var shown = Section("Two commands").Split("$ ./dockerland plan dev\n")[1].Split("```")[0].Split("    ...\n");

        Assert.All(shown, part => Assert.Contains("\n" + part, "\n" + TrackedFiles.Read("tests/plans/dev.txt"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_Impact_It_Shows_Is_One_That_Is_Printed()
    {
        var shown = Section("What a change means").Split("--against origin/main\n")[1].Split("```")[0].Split("    ...\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.NotEmpty(shown);
        Assert.All(shown, part => Assert.Contains("\n" + part, "\n" + TrackedFiles.Read("tests/Stack.Tests/Cli/Planning/Impact/cases/prod/image/expected.txt"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_Container_Of_Ones_Own_Is_A_Stack_Of_Ten_Lines()
    {
        var yaml = Section("Deploy to AWS").Split("```yaml\n")[1].Split("```")[0];
        var configuration = StackFiles.Parse("shop", TrackedFiles.Read("Pulumi.yaml"), yaml);
        var inputs = StackInputs.Read(new(configuration.Values, configuration.SecretKeys), Support.Repository.Root, MissingSecrets.Show);

        var plan = await PlanVerb.EvaluateAsync(new(Support.Repository.Root), configuration, inputs);

        Assert.Equal(10, yaml.TrimEnd().Split('\n').Length);
        Assert.Contains("--image nginx:1.27 --stop-timeout=10 --publish=80:80", Assert.Single(plan.Resources, resource => resource.Type is "aws:ec2/launchTemplate:LaunchTemplate").Inputs["userData"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("open to the world: tcp 80 of shop", PlanSummary.Of(plan));
    }

    [Theory]
    [InlineData("docs/dns.md")]
    [InlineData("docs/permissions.md")]
    [InlineData("docs/names.md")]
    [InlineData("docs/settings.md")]
    [InlineData("docs/workflows.md")]
    public void It_Leads_To(string page) => Assert.Contains($"]({page})", Readme, StringComparison.Ordinal);

    [Fact]
    public void Every_Verb_It_Names_Exists()
    {
        var verbs = CommandLine.Create(new(TextWriter.Null, TextWriter.Null, Interactive: false), new("/")).Subcommands.Select(verb => verb.Name).ToHashSet();

        Assert.All(Verb().Matches(Readme).Select(match => match.Groups[1].Value), verb => Assert.Contains(verb, verbs));
    }

    [Fact]
    public void Every_Path_It_Names_Exists() =>
        Assert.All(
            Code().Matches(Section("Layout")).Select(match => match.Groups[1].Value).Where(code => code.EndsWith('/') && code.Contains('/') && !char.IsUpper(code[0])),
            path => Assert.True(Path.Exists(Path.Combine(Support.Repository.Root, path)) || Path.Exists(Path.Combine(Support.Repository.Root, "tests", path)), $"{path} doesn't exist."));

    private static string Section(string title) => Readme.Split($"\n## {title}\n")[1].Split("\n## ")[0];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\./dockerland ([a-z]+)")]
    private static partial Regex Verb();
}

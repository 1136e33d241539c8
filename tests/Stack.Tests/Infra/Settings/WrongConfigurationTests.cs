using Dockerland.Cli.Planning;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Testing;

namespace Dockerland.Tests.Infra.Settings;

/// <summary>
/// Each <c>config/NAME.yaml</c> is wrong in one way. <c>NAME.txt</c> beside it is all that is said of it: one line with the key,
/// the value, the limit and the fix.
/// </summary>
public sealed class WrongConfigurationTests
{
    private const string Base = "base";

    private static readonly string Folder = Path.Combine(Support.Repository.Root, "tests", "Stack.Tests", "Infra", "Settings", "config");

    public static TheoryData<string> Cases => [.. Names("*.yaml").Where(name => name is not Base)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_Is_Refused_In_One_Line_Before_Anything_Is_Registered(string name)
    {
        var cloud = new Cloud(isPreview: true);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => Deployment.TestAsync(
            cloud,
            new TestOptions { ProjectName = "dockerland", StackName = "dev", IsPreview = true },
            () => { _ = new DockerlandStack(StackInputs.Read(Read(name), Support.Repository.Root)); }));

        Assert.Equal((Expected(name), 0), (Message(error), cloud.Requests.Count));
    }

    [Fact]
    public void What_They_Stand_On_Is_Right() =>
        Assert.Equal("dev.example.com", StackInputs.Read(Read(Base), Support.Repository.Root).Settings.Zone);

    [Fact]
    public void Every_Message_Has_A_Configuration() => Assert.Equal(
        Names("*.yaml").Where(name => name is not Base),
        Names("*.txt"));

    private static IEnumerable<string> Names(string files) =>
        Directory.EnumerateFiles(Folder, files).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    // Told once, by the exception that the program threw.
    private static string Message(Exception error) => error is AggregateException { InnerExceptions: [var only] } ? Message(only) : error.Message;

    private static string Expected(string name)
    {
        var file = Path.Combine(Folder, $"{name}.txt");
        return File.Exists(file) ? File.ReadAllText(file).TrimEnd('\n') : $"There is no {name}.txt.";
    }

    private static StackConfig Read(string name)
    {
        var (first, second) = (Parse(Base), Parse(name));
        var values = first.Values.SetItems(second.Values);
        return new(values, first.SecretKeys.Except(second.Values.Keys).Union(second.SecretKeys));
    }

    private static StackConfiguration Parse(string name) =>
        StackFiles.Parse(name, "name: dockerland\n", File.ReadAllText(Path.Combine(Folder, $"{name}.yaml")));
}

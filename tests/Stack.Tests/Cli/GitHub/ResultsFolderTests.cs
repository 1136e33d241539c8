using Dockerland.Cli.GitHub;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Stack.Cli.GitHub;

public sealed class ResultsFolderTests : IDisposable
{
    private const string Created = """{"code":0,"total":1,"steps":[{"op":"create","type":"a:b:C","name":"c"}]}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_Stack_Has_What_Was_Left_Of_It()
    {
        Write("results-plan/dev.txt", "a: 1 changed\n");
        Write("results-plan/dev.log", "warning\n");
        Write("results-plan/dev.code", "2\n");
        Write("results-engine-prod/prod.preview.json", Created);

        var results = ResultsFolder.Read(_folder.Path, ["dev", "prod"]);

        Assert.Equal(["dev", "prod"], results.Select(result => result.Stack));
        Assert.Equal(new PlanResult(2, "a: 1 changed\n", "warning\n"), results[0].Plan);
        Assert.Equal("create a:b:C c", Assert.Single(results[1].Preview!.Steps).ToString());
    }

    [Fact]
    public void A_Folder_That_Is_Not_There_Says_Nothing_Of_Any_Stack() =>
        Assert.Equal([new StackResult("dev", null, null)], ResultsFolder.Read(Path.Combine(_folder.Path, "none"), ["dev"]).AsEnumerable());

    [Fact]
    public void Only_Stacks_That_Were_Asked_For_Count()
    {
        Write("results-plan/dev.code", "0");
        Write("results-plan/<b>.code", "0");

        Assert.Equal(["dev"], ResultsFolder.Read(_folder.Path, ["dev"]).Select(result => result.Stack));
    }

    [Theory]
    [InlineData("results-plan/dev.preview.json")]
    [InlineData("results-engine-prod/dev.preview.json")]
    [InlineData("dev.preview.json")]
    public void What_The_Engine_Saw_Is_In_No_Other_Jobs_Results(string path)
    {
        Write(path, Created);

        Assert.Null(ResultsFolder.Read(_folder.Path, ["dev"]).Single().Preview);
    }

    [Fact]
    public void A_Plan_Is_In_No_Other_Jobs_Results()
    {
        Write("results-engine-dev/dev.code", "0");

        Assert.Null(ResultsFolder.Read(_folder.Path, ["dev"]).Single().Plan);
    }

    [Fact]
    public void No_Engine_Has_Looked_At_A_Fork()
    {
        Write("results-engine-dev/dev.preview.json", Created);

        Assert.Null(ResultsFolder.Read(_folder.Path, ["dev"], isFork: true).Single().Preview);
        Assert.NotNull(ResultsFolder.Read(_folder.Path, ["dev"], isFork: false).Single().Preview);
    }

    [Fact]
    public void A_Link_Leads_Nowhere()
    {
        Write("secret", "hunter2");
        Write("results-plan/dev.code", "1");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "results-plan", "dev.log"), Path.Combine(_folder.Path, "secret"));

        Assert.Equal("", ResultsFolder.Read(_folder.Path, ["dev"]).Single().Plan!.Log);
    }

    [Fact]
    public void A_Folder_That_Is_A_Link_Leads_Nowhere()
    {
        Write("secrets/dev.code", "1");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "results-plan"), Path.Combine(_folder.Path, "secrets"));

        Assert.Null(ResultsFolder.Read(_folder.Path, ["dev"]).Single().Plan);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_Preview_That_Is_Not_To_Be_Read_Has_Failed(string json)
    {
        Write("results-engine-dev/dev.preview.json", json);

        Assert.Equal(1, ResultsFolder.Read(_folder.Path, ["dev"]).Single().Preview!.Code);
    }

    [Fact]
    public void A_Code_That_Is_None_Is_A_Failure()
    {
        Write("results-plan/dev.code", "fine!");

        Assert.True(ResultsFolder.Read(_folder.Path, ["dev"]).Single().Plan!.Failed);
    }

    private void Write(string path, string text) => File.WriteAllText(_folder.File(path), text);
}

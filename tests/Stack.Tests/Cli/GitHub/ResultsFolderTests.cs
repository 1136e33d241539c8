using Dockerland.Cli.GitHub;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Stack.Cli.GitHub;

public sealed class ResultsFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_Stack_Has_What_Was_Left_Of_It_Wherever_It_Lies()
    {
        Write("plan/dev.txt", "a: 1 changed\n");
        Write("plan/dev.log", "warning\n");
        Write("plan/dev.code", "2\n");
        Write("preview/prod.preview.json", """{"code":0,"total":1,"steps":[{"op":"create","type":"a:b:C","name":"c"}]}""");

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
        Write("dev.code", "0");
        Write("<b>.code", "0");

        Assert.Equal(["dev"], ResultsFolder.Read(_folder.Path, ["dev"]).Select(result => result.Stack));
    }

    [Fact]
    public void A_Link_Leads_Nowhere()
    {
        Write("secret", "hunter2");
        Write("results/dev.code", "1");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "results", "dev.log"), Path.Combine(_folder.Path, "secret"));

        Assert.Equal("", ResultsFolder.Read(Path.Combine(_folder.Path, "results"), ["dev"]).Single().Plan!.Log);
    }

    [Fact]
    public void A_Folder_That_Is_A_Link_Leads_Nowhere()
    {
        Write("secrets/dev.log", "hunter2");
        Write("results/dev.code", "1");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "results", "more"), Path.Combine(_folder.Path, "secrets"));

        Assert.Equal("", ResultsFolder.Read(Path.Combine(_folder.Path, "results"), ["dev"]).Single().Plan!.Log);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_Preview_That_Is_Not_To_Be_Read_Has_Failed(string json)
    {
        Write("dev.preview.json", json);

        Assert.Equal(1, ResultsFolder.Read(_folder.Path, ["dev"]).Single().Preview!.Code);
    }

    [Fact]
    public void A_Code_That_Is_None_Is_A_Failure()
    {
        Write("dev.code", "fine!");

        Assert.True(ResultsFolder.Read(_folder.Path, ["dev"]).Single().Plan!.Failed);
    }

    private void Write(string path, string text) => File.WriteAllText(_folder.File(path), text);
}

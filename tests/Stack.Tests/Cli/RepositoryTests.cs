using Dockerland.Cli;
using Dockerland.Tests.Support;
using Checkout = Dockerland.Cli.Repository;

namespace Dockerland.Tests.Stack.Cli;

public sealed class RepositoryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_Is_Not_The_Project_Around_A_Checkout_That_Lacks_Its_Own_File()
    {
        foreach (var file in new[] { "Pulumi.yaml", "checkout/dockerland", "checkout/Stack.sln", "checkout/artifacts/bin/Cli.dll" })
            File.WriteAllText(_folder.File(file), "");

        Assert.Equal(_folder.File("checkout"), Checkout.Containing(_folder.File("checkout/artifacts/bin")).Root);
    }

    [Fact]
    public void A_Project_Of_Somebody_Else_Is_None()
    {
        File.WriteAllText(_folder.File("Pulumi.yaml"), "");

        var error = Assert.Throws<CliException>(() => Checkout.Containing(_folder.Path));

        Assert.Equal($"No folder at or above '{_folder.Path}' holds dockerland and Stack.sln. Run ./dockerland in a checkout of the repository.", error.Message);
    }
}

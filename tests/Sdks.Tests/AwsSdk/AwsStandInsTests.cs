using Dockerland.Sdks.Generate;
using Dockerland.Sdks.Generate.Aws;
using Dockerland.Tests.Sdks.Bindings;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Sdks.AwsSdk;

public sealed class AwsStandInsTests
{
    private static readonly AwsStandIns StandIns = new(Path.Combine(Repository.Root, "sdks"));

    public static TheoryData<string> Packages => [.. StandIns.Services.Where(service => service.Version is not null).Select(service => service.Package)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_Checked_In_Client_Is_What_The_Model_Generates(string package)
    {
        var service = ServiceOf(package);

        Assert.Empty(GeneratedFiles.Differences(StandIns.Generate(service), GeneratedFiles.ReadPresent(StandIns.FolderOf(service))));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void It_Follows_The_Version_That_Is_Asked_For(string package) => Assert.Equal(CentralPackages.VersionOf(package), ServiceOf(package).Version);

    [Fact]
    public void A_Model_Holds_The_Listed_Operations_And_No_Other() =>
        Assert.All(StandIns.Services, service => Assert.Equal(
            service.Operations.Order(StringComparer.Ordinal),
            StandIns.ReadModel(service)["operations"]!.AsObject().Select(operation => operation.Key)));

    // Server sides are written from the same models, and a name in neither would be lost.
    [Fact]
    public void Every_Shape_That_Is_Named_Is_There() =>
        Assert.All(StandIns.Services, service =>
        {
            var model = StandIns.ReadModel(service);
            var named = model.ToJsonString().Split("\"shape\":\"").Skip(1).Select(rest => rest.Split('"')[0]).Distinct();
            Assert.Empty(named.Except(model["shapes"]!.AsObject().Select(shape => shape.Key)));
        });

    private static ServiceEntry ServiceOf(string package) => StandIns.Services.Single(service => service.Package == package);
}

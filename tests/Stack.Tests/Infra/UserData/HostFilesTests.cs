using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class HostFilesTests
{
    [Theory]
    [InlineData("/etc/systemd/system/docker.service.d/shipper.conf")]
    [InlineData("/etc/systemd/system/shipper.service")]
    [InlineData("/etc/docker/shipper.json")]
    public void Drop_Ins_And_What_Is_Beside_Are_Free(string path) => Assert.False(HostFiles.IsOwn(path));

    [Fact]
    public void All_That_A_Host_Without_Agents_And_Containers_Gets_Is_Its_Own() =>
        Assert.All(HostFiles.Of(new() { Region = "eu-central-1", Containers = [] }), file => Assert.True(HostFiles.IsOwn(file.Path), file.Path));
}

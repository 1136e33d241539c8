using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Settings;

public sealed class HostImageReaderTests
{
    [Theory]
    [InlineData("debian", "ami-0123456789abcdef0 ")]
    [InlineData("amazonlinux", " /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64")]
    public void The_Stacks_Image_Is_For_Debian_Alone(string system, string image)
    {
        var found = Read(system, """{"id":"ami-0123456789abcdef0"}""");

        Assert.Equal(image, $"{found.Id} {found.Parameter}");
    }

    [Theory]
    [InlineData("debian")]
    [InlineData("amazonlinux")]
    public void Whether_Newer_Ones_Roll_Is_For_All(string system) => Assert.True(Read(system, """{"roll":true}""").Roll);

    private static HostImageSettings Read(string system, string image) => SettingsReader.Read(SettingsReaderTests.Config(
        ("dockerland:hostImage", image), ("dockerland:fleets", "{\"web\":{\"system\":\"" + system + "\"}}"))).Fleets["web"].HostImage!;
}

using System.IO.Compression;
using System.Text;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class HostUserDataTests
{
    [Fact]
    public void What_Fits_Stays_Readable() =>
        Assert.Equal(new string('a', 16384), Encoding.UTF8.GetString(Convert.FromBase64String(HostUserData.Encode(new('a', 16384), "a host"))));

    [Fact]
    public void What_Only_Fits_Gzipped_Is_Gzipped()
    {
        var text = new string('a', 16383) + "é";
        using var stream = new GZipStream(new MemoryStream(Convert.FromBase64String(HostUserData.Encode(text, "a host"))), CompressionMode.Decompress);

        Assert.Equal(text, new StreamReader(stream).ReadToEnd());
    }

    [Fact]
    public void What_Does_Not_Fit_Either_Way_Is_Refused_With_Both_Sizes()
    {
        var noise = NoiseText.Of(40_000);

        var error = Assert.Throws<ArgumentException>(() => HostUserData.Encode(noise, "a host"));

        Assert.Matches(@"^User-data of a host is 40000 bytes and \d+ gzipped; EC2 accepts at most 16384\. Shorten its environment and its agents' files, or move files into the images\.$", error.Message);
    }

    [Fact]
    public void Lines_End_As_Linux_Ends_Them() =>
        Assert.All(HostCases.All.Values, host => Assert.DoesNotContain('\r', HostUserData.Render(host())));

    [Fact]
    public void The_Same_Spec_Gives_The_Same_Bytes() =>
        Assert.All(HostCases.All.Values, host => Assert.Equal(HostUserData.Render(host()), HostUserData.Render(host())));
}

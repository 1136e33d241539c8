using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class GzipTests
{
    public static TheoryData<int, int> Sizes => new() { { 0, 1 }, { 1, 1 }, { 3, 1 }, { 300, 1 }, { 300, 256 }, { 100_000, 1 }, { 100_000, 4 }, { 100_000, 256 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void What_Is_Packed_Is_Unpacked_As_It_Was(int length, int values)
    {
        var bytes = Noise(length, values);

        Assert.Equal(bytes, Unpack(Gzip.Pack(bytes)));
    }

    [Fact]
    public void Repetitions_As_Far_Away_As_Deflate_Can_Say_Are_Found()
    {
        var phrase = Noise(258, 256);
        byte[] bytes = [.. phrase, .. Noise(32768 - 258, 256, seed: 2), .. phrase];

        Assert.Equal(bytes, Unpack(Gzip.Pack(bytes)));
    }

    [Fact]
    public void Text_Becomes_Less_Than_Half()
    {
        var text = Encoding.UTF8.GetBytes(HostUserData.Render(HostCases.All["debian"]()));

        Assert.InRange(Gzip.Pack(text).Length, 1, text.Length / 2);
    }

    // The hash was made once; it holds on every system, or hosts would be replaced for nothing.
    [Fact]
    public void The_Bytes_Are_The_Same_Everywhere() =>
        Assert.Equal("fdde1bd4e09ba3b9", Convert.ToHexStringLower(SHA256.HashData(Gzip.Pack(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2000))))))[..16]);

    private static byte[] Unpack(byte[] packed)
    {
        using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static byte[] Noise(int length, int values, uint seed = 1) => NoiseText.Bytes(length, values, seed);
}

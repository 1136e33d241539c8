using System.Runtime.InteropServices;
using System.Text;
using Dockerland.Cli.Publishing;
using Dockerland.Tests.EndToEnd.Updater;
using Dockerland.Tests.Support;
using Xunit.Abstractions;

namespace Dockerland.Tests.EndToEnd.Publishing;

/// <summary>What Lambda gets: whether it takes it, and whether it starts there.</summary>
[Collection(UpdaterAtMoto.Name)]
public sealed class PackageTests(UpdaterFixture fixture, ITestOutputHelper output)
{
    private const long MostBytes = 15 * 1024 * 1024;

    // Amazon Linux 2023 has it, for as long as it lasts.
    private static readonly Version Libc = new(2, 34);

    [SkippableFact]
    public void It_Is_Small()
    {
        _ = fixture.Program;

        Assert.InRange(new FileInfo(fixture.Archive).Length, 1, MostBytes);
    }

    [SkippableFact]
    public async Task It_Is_Linked_With_What_Lambda_Has()
    {
        Prerequisite.Programs("ldd");

        await AssertLibrariesAsync(fixture.Program);
    }

    [SkippableFact]
    public async Task It_Needs_No_Newer_C_Library_Than_Lambdas()
    {
        Prerequisite.Programs("objdump");

        await AssertLibcAsync(fixture.Program);
    }

    [SkippableFact]
    public async Task It_Looks_For_No_Library_Of_Cultures()
    {
        var program = await File.ReadAllBytesAsync(fixture.Program);

        Assert.Equal(-1, program.AsSpan().IndexOf("libicuuc"u8));
        Assert.Equal(-1, program.AsSpan().IndexOf(Encoding.Unicode.GetBytes("libicuuc")));
    }

    [SkippableTheory]
    [InlineData("native", "net10.0")]
    [InlineData("native", "net9.0")]
    [InlineData("ready-to-run", "net10.0")]
    public async Task Each_Way_Makes_What_Starts_There_And_The_Same_Every_Time(string name, string framework)
    {
        Prerequisite.Programs("gcc", "ldd", "objdump");
        _ = fixture.Program;
        using var folder = new TempFolder();
        var way = Ways.Single(way => way.Name == name && way.Framework == framework);
        var built = await BuiltPackage.BuildAsync(way, folder);
        if (built is null)
        {
            output.WriteLine($"The package feed has no packs for {way.Why}.");
            // Then the next best is taken; only for the newest is there one.
            Assert.Equal(("native", "net10.0"), (name, framework));
            return;
        }

        Assert.Equal($"dns-updater: {way.Why}\n", built.Told);
        Assert.DoesNotContain(built.Lines, line => line.Contains("warning", StringComparison.OrdinalIgnoreCase));
        // The one that is deployed was built before, from the same sources.
        if (name is PublishWay.Native) Assert.Equal(await File.ReadAllBytesAsync(fixture.Archive), await File.ReadAllBytesAsync(built.Archive));
        await AssertLibrariesAsync(built.Program);
        await AssertLibcAsync(built.Program);
        var stack = await MotoStack.CreateAsync(fixture.Moto, $"{name}-{framework}".Replace(".", "-", StringComparison.Ordinal), 2, "{}");
        await using var process = await UpdaterProcess.StartAsync(fixture, stack, program: built.Program);
        await process.SucceedAsync();
        Assert.Equal(await stack.HostsAsync(), await stack.RecordAsync());
    }

    private static IEnumerable<PublishWay> Ways =>
        new[] { "gcc", null }.SelectMany(linker => PublishWay.For(Architecture.X64, OSPlatform.Linux, Architecture.X64, linker));

    private static async Task AssertLibrariesAsync(string program)
    {
        var has = (await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests/EndToEnd.Tests/Data/lambda-base.txt"))).Where(line => !line.StartsWith('#'));
        var needed = await BuiltPackage.LibrariesAsync(program);

        Assert.Contains("libc.so.6", needed);
        Assert.Empty(needed.Except(has));
    }

    private static async Task AssertLibcAsync(string program)
    {
        var versions = await BuiltPackage.LibcVersionsAsync(program);

        Assert.NotEmpty(versions);
        Assert.InRange(versions.Max()!, new Version(2, 0), Libc);
    }
}

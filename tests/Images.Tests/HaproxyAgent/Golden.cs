using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.HaproxyAgent;

/// <summary>Texts that are compared with files; with <c>DOCKERLAND_UPDATE_GOLDEN=true</c> the files are written instead.</summary>
internal static class Golden
{
    public static void Check(string path, string actual)
    {
        var file = Path.Combine(Repository.Root, "tests/Images.Tests", path);
        if (Environment.GetEnvironmentVariable("DOCKERLAND_UPDATE_GOLDEN") is "true") File.WriteAllText(file, actual);
        Assert.Equal(File.ReadAllText(file), actual);
    }
}

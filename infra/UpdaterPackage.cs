using Pulumi;
using Pulumi.Command.Local;

namespace Dockerland.Infra;

/// <summary>Publishes a package when its archive isn't there: a function runs in previews too, and on whichever machine.</summary>
internal static class UpdaterPackage
{
    public static Output<Archive> Publish(PackageSource source) => Run
        .Invoke(new RunInvokeArgs
        {
            Dir = "..",
            Command = PublishCommand(source),
        })
        .Apply(_ => (Archive)new FileArchive($"../{source.Archive}"));

    /// <summary>Run in the repository.</summary>
    public static string PublishCommand(PackageSource source) => $"{{ test -f {source.Archive} || ./dockerland publish {source.Name} --architecture {source.Architecture}; }}";
}

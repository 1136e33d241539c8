using Pulumi;

namespace Dockerland.Infra;

/// <summary>The updater's package. Until its program is there, a placeholder that fails each event, so that none is lost unseen.</summary>
internal static class UpdaterPackage
{
    private const string Bootstrap = """
        #!/bin/sh
        echo 'dns-updater: this package is a placeholder; the event goes to the queue of failed ones' >&2
        exit 1

        """;

    public static Archive Placeholder() => new AssetArchive(new Dictionary<string, AssetOrArchive> { ["bootstrap"] = new StringAsset(Bootstrap) });
}

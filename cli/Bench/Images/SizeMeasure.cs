using System.Globalization;
using Dockerland.Cli.Images;

namespace Dockerland.Cli.Bench.Images;

/// <summary>How big images are, with what they are built on.</summary>
internal sealed class SizeMeasure(DockerCommand docker, IEnumerable<string> images) : IMeasure
{
    private const double Mebibyte = 1 << 20;

    public string What => "sizes of images";

    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        var rows = new List<Measurement>();
        foreach (var image in images)
        {
            var bytes = await docker.RunAsync(["image", "inspect", "--format", "{{.Size}}", ImageBuild.Prefix + image], cancellationToken);
            rows.Add(new($"size of {image}", "MiB", long.Parse(bytes, CultureInfo.InvariantCulture) / Mebibyte));
        }

        return rows;
    }
}

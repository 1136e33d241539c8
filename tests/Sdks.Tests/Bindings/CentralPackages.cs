using System.Xml.Linq;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Sdks.Bindings;

/// <summary>The versions that <c>Directory.Packages.props</c> gives.</summary>
internal static class CentralPackages
{
    public static string VersionOf(string id) =>
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(package => (string?)package.Attribute("Include") == id).Attribute("Version")!.Value;
}

using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Any programs beside Docker that hosts of certain systems can have.</summary>
internal static class AnyAgents
{
    private const string Armored = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQINBGZ0\n-----END PGP PUBLIC KEY BLOCK-----\n";

    /// <summary>The packages of one system are in no repository of the other.</summary>
    public static Gen<string> Of(string[] systems) => Any.Object(
        ("shipper", Any.Object(
            ("repositories", systems is [var only] ? Any.Object(("vendor", Repository(only)), ("vendor-2", Repository(only))) : Gen.Constant("{}")),
            ("packages", Any.Words(0, "shipper", "shipper-plugins=1.2")),
            ("downloads", Any.Some(1, Download("aa"), Download("bb"), """{"url":"https://{region}.example.com/{architecture}/tool.deb"}""").Select(Any.List)),
            ("files", Any.Text.Select(content => Any.Whole(("/etc/shipper.conf", content)))),
            ("units", Any.Text.Select(content => Any.Whole(("shipper.service", content), ("docker.service.d/shipper.conf", content)))),
            ("secrets", Any.Object(("KEY", Any.Word("/shipper/key")), ("TOKEN", Any.Word("/shipper/token")))),
            ("services", Any.Words(0, "shipper.service", "shipper.timer")))),
        ("watcher", Any.Object(("packages", Any.Words(0, "watcher")))));

    private static Gen<string> Repository(string system) => Gen.Constant(system is "debian"
        ? Any.Whole(("source", Any.Quote("https://apt.example.net stable main")), ("key", Any.Quote(Armored)))
        : Any.Whole(("source", Any.Quote("https://yum.example.net/9")), ("key", Any.Quote("https://yum.example.net/key.asc"))));

    private static string Download(string digits) =>
        Any.Whole(("url", Any.Quote($"https://packages.example.com/{digits}.deb")), ("sha256", Any.Quote(string.Concat(Enumerable.Repeat(digits, 32)))));
}

using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Any containers that can run on one host together.</summary>
internal static class AnyContainers
{
    public static Gen<string> Of(string fleet, bool mayHaveSecrets) => Any.Object(
        // Only one container of a host has the port of the gossip.
        ("app", Gen.OneOf(Gen.Constant("""{"build":"webapp","ports":["3000:3000"],"backend":true}"""), Gen.Constant("""{"build":"haproxy","ports":["80:80","443:443"],"callsAws":true}"""))),
        ("cache", One(fleet, 8000, mayHaveSecrets)),
        ("log-2", One(fleet, 9000, mayHaveSecrets)));

    private static Gen<string> One(string fleet, int port, bool mayHaveSecrets) =>
        from network in mayHaveSecrets ? Gen.Elements("bridge", "inner", "host") : Gen.Elements("bridge", "host")
        from options in Any.Object(
            ("ports", Gen.Constant(Any.List(network is "host" ? [$"\"{port}:{port}\""] : [$"\"{port}:80\"", $"\"{port}:53/udp\""]))),
            ("environment", Any.Object(("MODE", Any.Text), ("GREETING", Any.Text))),
            ("secrets", mayHaveSecrets ? Any.Object(("API_KEY", Any.Word("/app/key", "/app/other-key"))) : Gen.Constant("{}")),
            ("volumes", Any.Words(0, "data:/var/lib/data", "/srv/www:/www:ro")),
            ("command", Any.Text.Select(word => $"""["serve",{word},{word}]""")),
            ("health", from command in Any.Text
                       from times in Any.Object(("intervalSeconds", Any.Number(1, 3600)), ("timeoutSeconds", Any.Number(1, 3600)), ("retries", Any.Number(1, 100)))
                       select Any.Join(Any.Whole(("command", command)), times)),
            ("stopSeconds", Any.Number(1, 600)),
            ("domain", Gen.Constant(Any.Quote($"svc{port}-{fleet} api"))),
            ("callsAws", Any.Flag))
        from image in Gen.Elements("nginx:1.27", "210987654321.dkr.ecr.us-east-1.amazonaws.com/team/app:1")
        select Any.Join(Any.Whole(("image", Any.Quote(image)), ("network", Any.Quote(network))), options);
}

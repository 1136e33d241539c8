using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Any settings of what all hosts have in common.</summary>
internal static class AnyHosts
{
    /// <param name="systems">Those that the stack's hosts run.</param>
    public static Gen<string> Of(string architecture, string[] systems) => Any.Object(
        ("aws:defaultTags", Any.Object(("owner", Any.Word("platform team", "é 漢", "")), ("cost:center", Any.Word("a+b-c=d._:/@e"))).Select(tags => $$"""{"tags":{{tags}}}""")),
        ("dockerland:hostImage", Image(architecture, mayBeNewest: true)),
        ("dockerland:baseImage", Any.Word("debian:bookworm-slim", "registry.example.net:5000/base/debian:12")),
        ("dockerland:adminKeys", Gen.Constant("""{"alice":["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0000000000000000000000000000000000000000 alice's"]}""")),
        ("dockerland:timezone", Any.Word("Europe/Zurich", "Etc/UTC")),
        ("dockerland:packages", Any.Words(0, "htop", "jq", "tmux")),
        ("dockerland:agents", systems.Contains("rancheros") ? Gen.Constant("{}") : AnyAgents.Of(systems)),
        ("dockerland:ssmAgent", Any.Object(("sha256", Any.Word(new string('0', 64)))).Select(check => Any.Join("""{"url":"https://packages.example.com/{architecture}/agent.deb"}""", check))),
        ("dockerland:rancher", Any.Object(("discovery", Any.Word("consul://a.example.net:8500", "zk://a.example.net,b.example.net:2181/path")), ("registry", Any.Word("docker.example.net:5000")))),
        ("dockerland:sshKey", Any.Word("operators")),
        ("dockerland:sshCidrs", Any.Words(0, "192.0.2.0/24", "198.51.100.7/32")));

    /// <summary>One way to find an AMI.</summary>
    /// <param name="mayBeNewest">Whether it may be that which the system's maker publishes.</param>
    public static Gen<string> Image(string architecture, bool mayBeNewest) =>
        from way in Gen.Elements(
            Any.Whole(("id", Any.Quote("ami-0123456789abcdef0"))),
            Any.Whole(("owner", Any.Quote("self")), ("filter", Any.Quote("host-*"))),
            Any.Whole(("parameter", Any.Quote($"/images/{architecture}"))),
            mayBeNewest ? "{}" : Any.Whole(("id", Any.Quote("ami-01234567"))))
        from options in Any.Object(
            ("hasRunner", way is "{}" ? Gen.Constant("false") : Any.Flag),
            ("roll", Any.Flag),
            ("rootDevice", Any.Word("/dev/xvda", "/dev/sda1", "/dev/nvme0n1")))
        select Any.Join(way, options);
}

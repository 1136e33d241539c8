using Dockerland.HaproxyAgent.Snippets;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.HaproxyAgent.Snippets;

public sealed class MainTextTests
{
    private static readonly string Template = File.ReadAllText(Path.Combine(Repository.Root, "images/haproxy/rootfs/etc/haproxy/haproxy.cfg"));

    /// <summary>Which HAProxy itself checks in the end-to-end tests.</summary>
    [Fact]
    public void Snippets_Stand_Where_They_Belong()
    {
        var text = MainText.Render(
            Template,
            [
                new(Snippet.Global, "log", "log-tag dockerland\n"),
                new(Snippet.Defaults, "compress", "compression algo gzip\ncompression type text/plain\n"),
                new(Snippet.Frontend, "deny", "\n  http-request deny if { path_beg /admin }\r\n"),
                new(Snippet.Frontend, "hsts", "http-response set-header Strict-Transport-Security max-age=63072000"),
                new(Snippet.Backend, "members", "option forwardfor"),
                new(Snippet.Sections, "database", "listen database\n    mode tcp\n    bind :5432\n    server db 192.0.2.1:5432\n"),
            ],
            [new(8080, false, "login"), new(8443, true, "members")]);

        Golden.Check("HaproxyAgent/Snippets/golden/haproxy.cfg", text);
    }

    [Fact]
    public void Without_Any_There_Is_Only_What_The_Image_Has() =>
        Assert.Equal(string.Join('\n', Template.Split('\n').Where(line => !line.Contains("# snippets of", StringComparison.Ordinal))), MainText.Render(Template, [], []));

    [Fact]
    public void A_Backend_Gets_Its_Own() =>
        Assert.Equal("backend members\n    # backend/members.cfg\n    option forwardfor\n", MainText.Backend("backend members\n", "members", [new(Snippet.Backend, "login", "x"), new(Snippet.Backend, "members", "option forwardfor")]));
}

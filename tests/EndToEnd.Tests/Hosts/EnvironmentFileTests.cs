using System.Text;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>What a tag says, by way of the metadata agent's file and systemd, down to a process: the same bytes.</summary>
[Collection(HostTestGroup.Name)]
public sealed class EnvironmentFileTests(BootedHosts hosts)
{
    private const string Tag = "tags/instance/example.db.host";
    private const string Everything = "a \"b\" 'c' \\ \\n \\$ $HOME ${PATH} $(id) `id` %n %% ; # = ü € 🐋\nX=second\n\n \"third\\";

    [SkippableTheory]
    [InlineData("two\nlines\n\nand a last one")]
    [InlineData("\"quoted\" and 'quoted'")]
    [InlineData("$HOME ${HOME} $(id) `id` $$")]
    [InlineData("%n %H 100%")]
    [InlineData("back\\slash \\n \\\\ \\\" \\")]
    [InlineData("ü € 🐋\ttab")]
    [InlineData("# ; = no comment")]
    [InlineData(" spaces around ")]
    [InlineData(Everything)]
    public async Task Systemd_Gives_A_Process_The_Bytes_Of_The_Tag(string value)
    {
        BootedHosts.Require();

        Assert.Equal(value, await GivenAsync(value, "systemd-run --quiet --wait --pipe --property=EnvironmentFile=/run/dockerland/metadata/host.env sh -c 'printf %s \"$DB_HOST\" | base64 --wrap=0'"));
    }

    [SkippableFact]
    public async Task A_Container_Has_Them_Too()
    {
        BootedHosts.Require();

        Assert.Equal(Everything, await GivenAsync(Everything, "systemctl restart webapp.service && docker exec webapp.service sh -c 'printf %s \"$DB_HOST\" | base64 --wrap=0'"));
    }

    private async Task<string> GivenAsync(string value, string question)
    {
        var news = hosts["web"].Aws.Metadata.News;
        news[Tag] = value;
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(await hosts.RunAsync("web", $"set -e; systemctl restart metadata.service; {question}")));
        }
        finally
        {
            news.Clear();
            await hosts.RunAsync("web", "systemctl restart metadata.service");
        }
    }
}

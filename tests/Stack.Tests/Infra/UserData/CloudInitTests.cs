using System.Collections.Immutable;
using System.Text;
using Dockerland.Infra.UserData;
using YamlDotNet.Serialization;

namespace Dockerland.Tests.Infra.UserData;

public sealed class CloudInitTests
{
    private static readonly HostSpec Web = new()
    {
        Region = "eu-central-1",
        Container = new()
        {
            Name = "webapp",
            Image = "registry.example.com/dockerland/webapp:1",
            Ports = ImmutableSortedDictionary<int, int>.Empty.Add(80, 3000),
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add("ROLE", "web"),
            Secrets = ImmutableSortedDictionary<string, string>.Empty.Add("SERF_KEY", "/dockerland/dev/gossip-key"),
        },
        Login = new PasswordLogin("registry.example.com", "dockerland", "/dockerland/dev/registry-password"),
    };

    [Fact]
    public void A_Host_Starts_Its_Container_From_One_Script() => Assert.Equal(
        """
        #!/bin/sh
        set -eu
        umask 077
        export AWS_DEFAULT_REGION='eu-central-1' HOME=/root

        secret() { aws ssm get-parameter --with-decryption --query Parameter.Value --output text --name "$1"; }
        read_secret() { value=$(secret "$1"); }
        again() { until "$@"; do echo "dockerland-boot: again in 10 s: $1" >&2; sleep 10; done; }

        again read_secret '/dockerland/dev/gossip-key'
        printf '%s=%s\n' 'SERF_KEY' "$value" >> '/etc/dockerland/webapp.env'
        login() { secret '/dockerland/dev/registry-password' | docker login --username 'dockerland' --password-stdin 'registry.example.com'; }
        again login
        again docker pull 'registry.example.com/dockerland/webapp:1'
        docker run --detach --restart unless-stopped \
          --name 'webapp' \
          --env-file '/etc/dockerland/webapp.env' \
          --env "TAG=$(hostname)" \
          --publish 80:3000 \
          'registry.example.com/dockerland/webapp:1'

        """,
        Files(CloudInit.Render(Web))["/usr/local/sbin/dockerland-boot"]);

    [Fact]
    public void A_Host_Logs_In_To_Ecr_By_Its_Role()
    {
        var script = Files(CloudInit.Render(Web with { Login = new EcrLogin("1.dkr.ecr.eu-central-1.amazonaws.com") }))[BootScript.Path];

        Assert.Contains("login() { aws ecr get-login-password | docker login --username 'AWS' --password-stdin '1.dkr.ecr.eu-central-1.amazonaws.com'; }\n", script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Host_Without_A_Login_Just_Pulls() =>
        Assert.DoesNotContain("login", Files(CloudInit.Render(Web with { Login = null }))[BootScript.Path], StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(HostileText.Lines), MemberType = typeof(HostileText))]
    public void An_Environment_Holds_Whatever_One_Line_Can(string value)
    {
        var spec = Web with { Container = Web.Container with { Environment = Web.Container.Environment.SetItem("VALUE", value) } };

        Assert.Contains($"VALUE={value}\n", Files(CloudInit.Render(spec))["/etc/dockerland/webapp.env"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\rtwo")]
    public void A_Value_Of_Several_Lines_Is_Refused(string value)
    {
        var spec = Web with { Container = Web.Container with { Environment = Web.Container.Environment.SetItem("VALUE", value) } };

        var error = Assert.Throws<ArgumentException>(() => CloudInit.Render(spec));

        Assert.Equal("Environment variable 'VALUE' of container 'webapp' has a control character; an env file holds one variable per line of plain text.", error.Message);
    }

    [Fact]
    public void A_Variable_Is_A_Value_Or_A_Secret()
    {
        var spec = Web with { Container = Web.Container with { Environment = Web.Container.Environment.Add("SERF_KEY", "x") } };

        var error = Assert.Throws<ArgumentException>(() => CloudInit.Render(spec));

        Assert.Equal("Environment variable 'SERF_KEY' of container 'webapp' is both a value and a secret. Remove one.", error.Message);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("../etc")]
    [InlineData("")]
    public void A_Container_Has_A_Name_That_Docker_Takes(string name) =>
        Assert.Throws<ArgumentException>(() => CloudInit.Render(Web with { Container = Web.Container with { Name = name } }));

    [Fact]
    public void The_Same_Spec_Gives_The_Same_Bytes_In_Whatever_Order_It_Was_Written()
    {
        var one = Web.Container.Environment.Add("A", "1").Add("B", "2");
        var other = Web.Container.Environment.Add("B", "2").Add("A", "1");

        Assert.Equal(
            CloudInit.Render(Web with { Container = Web.Container with { Environment = one } }),
            CloudInit.Render(Web with { Container = Web.Container with { Environment = other } }));
    }

    [Fact]
    public void Lines_End_As_Linux_Ends_Them() =>
        Assert.DoesNotContain('\r', CloudInit.Render(Web));

    [Fact]
    public void User_Data_Of_16_KiB_Is_Taken() =>
        Assert.Equal(16384, Convert.FromBase64String(CloudInit.Encode(new('a', 16384), "a host")).Length);

    [Fact]
    public void User_Data_Is_Counted_In_Bytes_And_Refused_Beyond_16_KiB()
    {
        var error = Assert.Throws<ArgumentException>(() => CloudInit.Encode(new string('a', 16383) + "é", "a host"));

        Assert.StartsWith("User-data of a host is 16385 bytes; EC2 accepts at most 16384. Shorten its environment, or move files into the image.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Is_Encoded_Is_The_Text() =>
        Assert.Equal(CloudInit.Render(Web), Encoding.UTF8.GetString(Convert.FromBase64String(CloudInit.Encode(CloudInit.Render(Web), "a host"))));

    private static Dictionary<string, string> Files(string userData)
    {
        Assert.StartsWith("#cloud-config\n", userData, StringComparison.Ordinal);
        return new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<Document>(userData).Files.ToDictionary(file => file.Path, file => file.Content);
    }

    private sealed class Document
    {
        [YamlMember(Alias = "write_files", ApplyNamingConventions = false)]
        public List<WrittenFile> Files { get; set; } = [];
    }

    private sealed class WrittenFile
    {
        [YamlMember(Alias = "path", ApplyNamingConventions = false)]
        public string Path { get; set; } = "";

        [YamlMember(Alias = "content", ApplyNamingConventions = false)]
        public string Content { get; set; } = "";
    }
}

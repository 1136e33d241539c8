using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Settings;

public sealed class SecretReaderTests
{
    private static readonly (string, string)[] WithRegistries =
    [
        ("dockerland:registryServer", "registry.example.com"), ("dockerland:registryUser", "dockerland"),
        ("dockerland:nodeRegistryUrl", "https://nodes.example.com"), ("dockerland:nodeRegistryUser", "operator"), ("dockerland:gossipKey", ""), ("dockerland:cookieSecret", ""),
    ];

    [Fact]
    public void A_Stack_That_Requires_Its_Secrets_Names_Each_With_Its_Command() => Assert.Equal(
        """
        dockerland:requireSecrets is true and dockerland:registryPassword, dockerland:nodeRegistryKey, dockerland:gossipKey, dockerland:cookieSecret are not set. Set what is missing:
          pulumi config set --secret dockerland:registryPassword
          pulumi config set --secret dockerland:nodeRegistryKey
          pulumi config set --secret dockerland:gossipKey
          pulumi config set --secret dockerland:cookieSecret
        """,
        SettingsReaderTests.ProblemOf(SettingsReaderTests.Config(WithRegistries)));

    [Fact]
    public void Another_Stack_Goes_On_And_Warns_Of_Each() => Assert.Equal<string>(
        [
            "dockerland:registryPassword is not set; the stack goes on without it. Set it: pulumi config set --secret dockerland:registryPassword",
            "dockerland:nodeRegistryKey is not set; the stack goes on without it. Set it: pulumi config set --secret dockerland:nodeRegistryKey",
            "dockerland:gossipKey is not set; the stack goes on without it. Set it: pulumi config set --secret dockerland:gossipKey",
            "dockerland:cookieSecret is not set; the stack goes on without it. Set it: pulumi config set --secret dockerland:cookieSecret",
        ],
        SettingsReader.Read(SettingsReaderTests.Config([.. WithRegistries, ("dockerland:requireSecrets", "false")])).Warnings);

    [Fact]
    public void Where_Nobody_Gossips_No_Key_For_It_Is_Missed() => Assert.Empty(SettingsReader.Read(SettingsReaderTests.Config(
        ("dockerland:gossipKey", ""), ("dockerland:cookieSecret", ""), ("dockerland:fleets", """{"web":{"containers":{"main":{"image":"main:1"}}}}"""))).Warnings);

    [Fact]
    public void A_Plan_Shows_What_Is_Missing()
    {
        var settings = SettingsReader.Read(SettingsReaderTests.Config(WithRegistries), MissingSecrets.Show);

        Assert.Equal("<secret not set>", settings.RegistryPassword?.ToString());
    }

    [Fact]
    public void A_Secret_That_Nothing_Needs_Is_Not_Missed() =>
        Assert.Null(SettingsReader.Read(SettingsReaderTests.Config()).RegistryPassword);

    [Fact]
    public void A_Secret_That_Nothing_Uses_Is_Mentioned() => Assert.Equal<string>(
        ["dockerland:nodeRegistryKey is set, but nothing uses it. Remove it: pulumi config rm dockerland:nodeRegistryKey"],
        SettingsReader.Read(SettingsReaderTests.Config(("dockerland:nodeRegistryKey", "key"))).Warnings);

    [Fact]
    public void Nothing_Else_Is_Encrypted() => Assert.Equal(
        "dockerland:fleets is encrypted, but what it holds would show in the cloud. Set it without --secret; the secret settings are dockerland:registryPassword, dockerland:nodeRegistryKey, dockerland:gossipKey, dockerland:cookieSecret, dockerland:balancerPem",
        SettingsReaderTests.ProblemOf(SettingsReaderTests.Config() with { SecretKeys = new HashSet<string> { "dockerland:gossipKey", "dockerland:cookieSecret", "dockerland:fleets" } }));

    [Fact]
    public void A_Wrong_Secret_Is_Refused_And_Not_Repeated() => Assert.Equal(
        "dockerland:gossipKey is not base64 of 16, 24 or 32 bytes; `openssl rand -base64 32` makes one. Set it: pulumi config set --secret dockerland:gossipKey",
        SettingsReaderTests.ProblemOf(SettingsReaderTests.Config(("dockerland:gossipKey", "password"))));

    [Fact]
    public void A_Certificate_Is_None_For_Balancers_That_Cannot_Read_It() => Assert.Equal(
        "dockerland:fleets.edge.system 'rancheros' can't read the certificate of dockerland:balancerPem. Choose another system in the stack's configuration file, or leave it out",
        SettingsReaderTests.ProblemOf(SettingsReaderTests.Config(
            ("dockerland:balancerPem", "-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----"),
            ("dockerland:fleets", """{"edge":{"role":"balancer","system":"rancheros","hostImage":{"id":"ami-0123456789abcdef0"}}}"""))));

    [Fact]
    public void A_Secret_Is_One_Line() => Assert.Equal(
        "dockerland:nodeRegistryKey has a control character, perhaps a newline at its end; a secret is one line of text. Set it: pulumi config set --secret dockerland:nodeRegistryKey",
        SettingsReaderTests.ProblemOf(SettingsReaderTests.Config(("dockerland:nodeRegistryUrl", "https://nodes.example.com"), ("dockerland:nodeRegistryUser", "operator"), ("dockerland:nodeRegistryKey", "key\n"))));

    [Fact]
    public void The_Balancers_Have_One_Certificate() => Assert.Equal(
        "dockerland:balancerCertificate '/certificates/balancer' is set together with dockerland:balancerPem; the balancers have one certificate. Keep one: pulumi config rm dockerland:balancerPem",
        SettingsReaderTests.ProblemOf(SettingsReaderTests.Config(
            ("dockerland:fleets", """{"balancer":{},"web":{}}"""),
            ("dockerland:balancerCertificate", "/certificates/balancer"),
            ("dockerland:balancerPem", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n"))));

    [Fact]
    public void A_Certificate_Has_Its_Key_With_It() => Assert.Equal(
        "dockerland:balancerPem is not a certificate with its private key in PEM. Set it: pulumi config set --secret dockerland:balancerPem",
        SettingsReaderTests.ProblemOf(SettingsReaderTests.Config(("dockerland:fleets", """{"balancer":{},"web":{}}"""), ("dockerland:balancerPem", "-----BEGIN CERTIFICATE-----"))));

    [Fact]
    public void Nobody_Misses_A_Certificate() =>
        Assert.Empty(SettingsReader.Read(SettingsReaderTests.Config(("dockerland:fleets", """{"balancer":{},"web":{}}"""))).Warnings);

    [Fact]
    public void A_Secret_Does_Not_Print_Itself() =>
        Assert.Equal("[secret]", Secret.Of("planted").ToString());
}

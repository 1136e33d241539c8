using Dockerland.Cli;
using Dockerland.Cli.Planning;
using Dockerland.Infra.Settings;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Stack.Cli.Planning;

public sealed class StackFilesTests
{
    private static readonly string[] ProviderSecrets = ["aws:accessKey", "aws:secretKey", "aws:token"];

    private const string Project = "name: shop\nconfig:\n  zone:\n    type: string\n  size:\n    type: integer\n    default: 3\n  letters:\n    type: array\n    default: [a, b]\n";

    [Fact]
    public void Defaults_Of_The_Schema_Fill_What_The_Stack_Leaves_Out()
    {
        var read = StackFiles.Parse("dev", Project, "config:\n  shop:zone: example.com\n  aws:region: eu-central-1\n");

        Assert.Equal(
            [("aws:region", "eu-central-1"), ("shop:letters", """["a","b"]"""), ("shop:size", "3"), ("shop:zone", "example.com")],
            read.Values.Select(entry => (entry.Key, entry.Value)));
    }

    [Fact]
    public void The_Stack_Overrides_A_Default() =>
        Assert.Equal("5", StackFiles.Parse("dev", Project, "config:\n  shop:size: 5\n").Values["shop:size"]);

    [Fact]
    public void A_Key_Without_Namespace_Is_The_Projects() =>
        Assert.Equal("5", StackFiles.Parse("dev", Project, "config:\n  size: 5\n").Values["shop:size"]);

    [Fact]
    public void Objects_Become_Json_With_The_Types_Of_Yaml() =>
        Assert.Equal(
            """{"n":1,"f":1.5,"yes":true,"no":null,"quoted":"1","text":"<a&b>","list":[1,"x"]}""",
            StackFiles.Parse("dev", Project, "config:\n  o: {n: 1, f: 1.5, yes: true, no: ~, quoted: '1', text: <a&b>, list: [1, x]}\n").Values["shop:o"]);

    [Fact]
    public void An_Encrypted_Value_Is_Never_Handed_On()
    {
        var read = StackFiles.Parse("dev", Project, "encryptionsalt: v1:abc\nconfig:\n  shop:key:\n    secure: v1:ciphertext\n");

        Assert.Equal(StackFiles.EncryptedValue, read.Values["shop:key"]);
        Assert.Equal(["shop:key"], read.SecretKeys);
    }

    [Fact]
    public void An_Object_With_An_Encrypted_Value_Inside_Is_A_Secret() =>
        Assert.Equal(["shop:o"], StackFiles.Parse("dev", Project, "config:\n  shop:o:\n    list:\n      - secure: v1:x\n").SecretKeys);

    [Fact]
    public void Secrets_Are_Committed_Encrypted_Or_Not_At_All() =>
        Assert.All(StackFiles.List(new(Support.Repository.Root)), stack => Assert.Equal([], PlainSecrets(StackFiles.Read(new(Support.Repository.Root), stack))));

    [Theory]
    [InlineData("dockerland:gossipKey: c2VjcmV0", "dockerland:gossipKey")]
    [InlineData("balancerPem: text", "dockerland:balancerPem")]
    [InlineData("aws:secretKey: text", "aws:secretKey")]
    public void A_Secret_In_Plain_Text_Is_Found(string line, string key)
    {
        Assert.Equal([key], PlainSecrets(StackFiles.Parse("dev", "name: dockerland\n", $"config:\n  {line}\n")));
        Assert.Empty(PlainSecrets(StackFiles.Parse("dev", "name: dockerland\n", $"config:\n  {key}:\n    secure: v1:abc\n")));
    }

    [Fact]
    public void An_Empty_Stack_File_Has_Only_Defaults() =>
        Assert.Equal(["shop:letters", "shop:size"], StackFiles.Parse("dev", Project, "").Values.Keys);

    [Theory]
    [InlineData("config: [a]\n", "Pulumi.dev.yaml:1: 'config' must be a mapping of keys to values.")]
    [InlineData("- a\n", "Pulumi.dev.yaml:1: the file must be a mapping of keys to values.")]
    [InlineData("config:\n  ? [a]\n  : b\n", "Pulumi.dev.yaml:2: a key must be plain text.")]
    public void A_File_Of_Another_Shape_Is_Refused_With_Its_Line(string stack, string message) =>
        Assert.Equal(message, Assert.Throws<CliException>(() => StackFiles.Parse("dev", Project, stack)).Message);

    [Theory]
    [InlineData("config:\n  a: 1\n  a: 2\n")]
    [InlineData("config:\n  a: \"open\n")]
    [InlineData("config:\n  a: *unknown\n")]
    [InlineData("\tconfig: 1\n")]
    public void Broken_Yaml_Is_Refused_With_Its_File(string stack) =>
        Assert.StartsWith("Pulumi.dev.yaml:", Assert.Throws<CliException>(() => StackFiles.Parse("dev", Project, stack)).Message, StringComparison.Ordinal);

    [Fact]
    public void Aliases_That_Multiply_Are_Refused()
    {
        var levels = Enumerable.Range(1, 9).Select(level => $"  l{level}: &l{level} [{string.Join(", ", Enumerable.Repeat($"*l{level - 1}", 10))}]\n");

        var error = Assert.Throws<CliException>(() => StackFiles.Parse("dev", Project, "config:\n  l0: &l0 [x]\n" + string.Concat(levels)));

        Assert.Contains("an alias (*name) may refer to itself", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Value_Nested_Too_Deep_Is_Refused() =>
        Assert.Throws<CliException>(() => StackFiles.Parse("dev", Project, $"config:\n  a: {new string('[', 100)}{new string(']', 100)}\n"));

    [Fact]
    public void A_Project_Without_Name_Is_Refused() =>
        Assert.Equal("Pulumi.yaml: 'name' is missing.", Assert.Throws<CliException>(() => StackFiles.Parse("dev", "runtime: dotnet\n", "")).Message);

    [Fact]
    public void An_Unknown_Stack_Is_Answered_With_Those_There_Are()
    {
        using var folder = new TempFolder();
        foreach (var file in new[] { "Pulumi.yaml", "Pulumi.prod.yaml", "Pulumi.dev.yaml" })
            File.WriteAllText(folder.File(file), "name: shop\n");

        var error = Assert.Throws<CliException>(() => StackFiles.Read(new(folder.Path), "../../etc/passwd"));

        Assert.Equal("There is no stack '../../etc/passwd'. There are: dev, prod; a stack is a file Pulumi.STACK.yaml.", error.Message);
    }

    private static IEnumerable<string> PlainSecrets(StackConfiguration stack) => SettingKeys.Secrets.Select(key => $"{SettingsReader.Project}:{key}").Concat(ProviderSecrets)
        .Where(key => stack.Values.GetValueOrDefault(key) is { Length: > 0 } && !stack.SecretKeys.Contains(key));
}

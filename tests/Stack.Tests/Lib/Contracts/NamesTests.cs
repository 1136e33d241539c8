using System.Reflection;
using System.Text.RegularExpressions;
using Dockerland.Contracts;
using Dockerland.Tests.Stack.Repository;

namespace Dockerland.Tests.Contracts;

public sealed partial class NamesTests
{
    private const string PublicName = "NAME.ZONE";

    [Fact]
    public void The_Names_Are_Those_Of_The_Table() => Assert.Equal(
        ["nodes.web.dev.example.com", "ha.dev.example.com", "login.dev.example.com"],
        [Names.Nodes("web", "dev.example.com"), Names.Balancers("dev.example.com"), Names.Service("login", "dev.example.com")]);

    [Theory]
    [InlineData("login.dev.example.com", "login.dev.example.com")]
    [InlineData("DEV.example.com", "DEV.example.com")]
    [InlineData("login.example.com", "login.example.com.dev.example.com")]
    public void A_Service_With_The_Zones_Name_Has_It_Once(string service, string name) => Assert.Equal(name, Names.Service(service, "dev.example.com"));

    [Fact]
    public void The_Page_Has_Every_Name_And_No_Other() => Assert.Equal(
        typeof(Names).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(Pattern).Append(PublicName).Order(StringComparer.Ordinal),
        Row().Matches(TrackedFiles.Read("docs/names.md").Split("\n\n")[1]).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    // As the page writes it: each part that differs is the parameter's name in capitals.
    private static string Pattern(MethodInfo name) =>
        (string)name.Invoke(null, [.. name.GetParameters().Select(parameter => parameter.Name!.ToUpperInvariant())])!;

    [GeneratedRegex("^\\| `([^`]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

using Dockerland.Contracts;

namespace Dockerland.Tests.Contracts;

public sealed class NamesTests
{
    [Fact]
    public void The_Names_Are_Those_Of_The_Table() => Assert.Equal(
        ["nodes.web.dev.example.com", "ha.dev.example.com", "login.dev.example.com"],
        [Names.Nodes("web", "dev.example.com"), Names.Balancers("dev.example.com"), Names.Service("login", "dev.example.com")]);
}

using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class HostParametersTests
{
    [Fact]
    public void A_Host_May_Read_All_That_Its_User_Data_Names()
    {
        var host = new HostSpec
        {
            Region = "eu-central-1",
            Containers =
            [
                new()
                {
                    Name = "app",
                    Image = "app:1",
                    Secrets = FleetSettings.None.Add("KEY", "/container"),
                    OwnParameters = ["/file"],
                },
            ],
            Agents = new StackSettings { Region = "", Zone = "", Environment = "", Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty }.Agents.Add("agent", new() { Secrets = FleetSettings.None.Add("KEY", "/agent") }),
            Logins = [new PasswordLogin("registry.example.com", "user", "/login"), new EcrLogin("ecr.example.com")],
            Swarm = new("managers:2377", "/token"),
        };

        Assert.Equal<string>(["/agent", "/container", "/file", "/login", "/token"], HostParameters.Of(host));
    }
}

using Dockerland.HaproxyAgent.Records;

namespace Dockerland.Tests.Images.HaproxyAgent.Records;

public sealed class RecordSettingsTests
{
    [Fact]
    public void Without_A_Zone_There_Are_No_Records() => Assert.Null(RecordSettings.Read(_ => null));

    [Fact]
    public void What_The_Environment_Says_Needs_No_Metadata()
    {
        var settings = Read(("RECORD_ZONE", "Dev.example.com"), ("STACK", "dockerland-dev"), ("GROUP", "web"), ("INSTANCE_ID", "i-1"), ("HOST_ADDRESS", "10.0.0.1"), ("RECORD_SECONDS", "60"));

        Assert.Equal(new() { ZoneId = "Z1", Zone = "dev.example.com", Stack = "dockerland-dev", Group = "web", Instance = "i-1", Address = "10.0.0.1", Interval = TimeSpan.FromMinutes(1) }, settings);
    }

    [Theory]
    [InlineData("RECORD_ZONE", "", "RECORD_ZONE_ID is 'Z1' and RECORD_ZONE isn't set; it takes the zone's name.")]
    [InlineData("HOST_ADDRESS", "fd00::1", "HOST_ADDRESS is 'fd00::1'; records take an IPv4 address.")]
    [InlineData("RECORD_SECONDS", "5", "RECORD_SECONDS is '5'; it takes 10 to 3600 seconds.")]
    public void What_Is_Wrong_Is_Refused(string variable, string value, string message) =>
        Assert.Equal(message, Assert.Throws<AgentException>(() => Read(("RECORD_ZONE", "example.com"), (variable, value))).Message);

    private static RecordSettings? Read(params (string Name, string Value)[] variables) =>
        RecordSettings.Read(name => name is "RECORD_ZONE_ID" ? "Z1" : variables.LastOrDefault(variable => variable.Name == name).Value);
}

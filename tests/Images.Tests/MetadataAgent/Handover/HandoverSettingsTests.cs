using Dockerland.MetadataAgent.Handover;

namespace Dockerland.Tests.Images.MetadataAgent.Handover;

public sealed class HandoverSettingsTests
{
    [Fact]
    public void By_Itself_Dockers_Tags_Become_Labels_And_Nothing_A_Variable()
    {
        var settings = Read([]);

        Assert.Equal((false, "docker.", 0), (settings.Load, string.Join(' ', settings.Prefixes), settings.Variables.Count));
    }

    [Theory]
    [InlineData("docker.;com.", "docker. com.")]
    [InlineData("docker.,com.", "docker. com.")]
    [InlineData("com.", "com.")]
    [InlineData("", "docker.")]
    public void A_Variable_Has_A_List_Of_Prefixes(string list, string prefixes) =>
        Assert.Equal(prefixes, string.Join(' ', Read([], (HandoverSettings.PrefixesVariable, list)).Prefixes));

    [Fact]
    public void Options_Take_The_Place_Of_Variables()
    {
        var settings = Read(
            ["-m", "-t", "com.", "-t", "org,", "-e", "a:b:C"],
            (HandoverSettings.LoadVariable, "false"), (HandoverSettings.PrefixesVariable, "docker."), (HandoverSettings.VariablesVariable, "x:Y"));

        Assert.Equal((true, "com. org,", "[C, a:b]"), (settings.Load, string.Join(' ', settings.Prefixes), string.Join(' ', settings.Variables)));
    }

    [Fact]
    public void A_Variable_Has_A_List_Of_Pairs() =>
        Assert.Equal("[DB_HOST, example.db.host] [QUEUE, example.queue]", string.Join(' ', Read([], (HandoverSettings.VariablesVariable, "example.db.host:DB_HOST,example.queue:QUEUE")).Variables));

    [Theory]
    [InlineData("'-x' is no option.", "-x")]
    [InlineData("'-t' needs a value.", "-t")]
    [InlineData("a prefix is empty: all tags would become labels, and all labels that others set would go.", "-t", "")]
    [InlineData("'example' isn't TAG:VARIABLE.", "-e", "example")]
    [InlineData("':X' isn't TAG:VARIABLE.", "-e", ":X")]
    [InlineData("'DB-HOST' of 'example:DB-HOST' can't be a variable's name: it takes letters, digits and '_', and no digit first.", "-e", "example:DB-HOST")]
    [InlineData("the variable X would be that of two tags, 'a' and 'b'.", "-e", "a:X", "-e", "b:X")]
    public void What_Is_Wrong_Is_Named(string message, params string[] arguments)
    {
        var error = Assert.Throws<AgentException>(() => Read(arguments));

        Assert.Equal((message, ExitCodes.Usage), (error.Message, error.ExitCode));
    }

    [Fact]
    public void Whether_To_Load_Is_Not_Guessed()
    {
        var error = Assert.Throws<AgentException>(() => Read([], (HandoverSettings.LoadVariable, "yes")));

        Assert.Equal("AWS_METADATA_LOAD is 'yes'; it takes true or false.", error.Message);
    }

    private static HandoverSettings Read(string[] arguments, params (string Name, string Value)[] variables) =>
        HandoverSettings.Read(arguments, name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}

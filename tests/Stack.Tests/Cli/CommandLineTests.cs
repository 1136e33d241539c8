using Dockerland.Cli;

namespace Dockerland.Tests.Stack.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public async Task A_Wrong_Command_Line_Is_One_Line_And_Nothing_Else()
    {
        var (code, output, error) = await RunAsync("tset");

        Assert.Equal((1, "", "error: There is no verb 'tset'. Did you mean 'test'? './dockerland --help' tells more.\n"), (code, output, error));
    }

    [Fact]
    public async Task Outside_Of_A_Checkout_It_Is_One_Line()
    {
        using var error = new StringWriter();

        var code = await CommandLine.RunAsync(["plan"], new(TextWriter.Null, error, Interactive: false), () => throw new CliException("No checkout."));

        Assert.Equal((1, "error: No checkout.\n"), (code, error.ToString()));
    }

    [Fact]
    public async Task Help_Names_The_Script_And_Not_The_Assembly()
    {
        var (code, output, _) = await RunAsync("test", "--help");

        Assert.Equal(0, code);
        Assert.Contains("./dockerland test [options]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Error_Of_The_User_Is_Its_Message_Alone() =>
        Assert.Equal("error: No such stack.", CommandLine.Describe(new CliException("No such stack."), debug: false));

    [Fact]
    public void An_Unforeseen_Error_Says_How_To_See_More() =>
        Assert.Equal("error: Boom. (--debug shows where)", CommandLine.Describe(new InvalidOperationException("Boom."), debug: false));

    [Fact]
    public void Debug_Shows_The_Type_Of_The_Error() =>
        Assert.StartsWith("System.InvalidOperationException: Boom.", CommandLine.Describe(new InvalidOperationException("Boom."), debug: true), StringComparison.Ordinal);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(args, new(output, error, Interactive: false), () => new("/nowhere"));
        return (code, output.ToString(), error.ToString());
    }
}

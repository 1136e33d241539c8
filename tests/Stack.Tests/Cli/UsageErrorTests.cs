using Dockerland.Cli;

namespace Dockerland.Tests.Stack.Cli;

public sealed class UsageErrorTests
{
    [Theory]
    [InlineData("There is no verb 'kubernetes'. There are: plan, ", "kubernetes")]
    [InlineData("There is no verb 'bench stak'. Did you mean 'bench stack'? './dockerland bench --help' tells more.", "bench", "stak")]
    [InlineData("What 'bench' is to do is missing. There are: bench stack, bench dns, bench images. './dockerland bench --help' tells more.", "bench")]
    public void A_Verb_That_Is_Not_There_Is_Named(string expected, params string[] args) => Assert.StartsWith(expected, Of(args), StringComparison.Ordinal);

    [Theory]
    [InlineData("'plan' has no option '--bogus'. There are: --against, --debug, --help, --json. './dockerland plan --help' tells more.", "plan", "--bogus")]
    [InlineData("'plan' has no option '--jsno'. Did you mean '--json'?", "plan", "dev", "--jsno")]
    [InlineData("'userdata' has no option '--stck'. Did you mean '--stack'?", "userdata", "web", "--stck", "dev")]
    [InlineData("'settings' has no option '-x'. There are: --debug, --help.", "settings", "-x")]
    [InlineData("There is no option '--bogus'. There are: --debug, --help. './dockerland --help' tells more.", "--bogus")]
    public void An_Option_That_Is_Not_There_Is_Named_Even_Where_An_Argument_Could_Stand(string expected, params string[] args) =>
        Assert.StartsWith(expected, Of(args), StringComparison.Ordinal);

    [Theory]
    [InlineData("'prod' is one too many: 'plan' takes one STACK.", "plan", "dev", "prod")]
    [InlineData("'all' is one too many: 'settings' takes options alone.", "settings", "all")]
    public void What_Is_Too_Much_Is_Named(string expected, params string[] args) => Assert.StartsWith(expected, Of(args), StringComparison.Ordinal);

    [Theory]
    [InlineData("'--against' needs a value: FILE|GIT-REV.", "plan", "--against")]
    [InlineData("FLEET is missing.", "userdata")]
    [InlineData("--results, --repository, --run, --stack are missing.", "github", "drift")]
    [InlineData("--code, --stack are missing.", "github", "steps", "events.log")]
    public void What_Is_Missing_Is_Named(string expected, params string[] args) => Assert.StartsWith(expected, Of(args), StringComparison.Ordinal);

    [Theory]
    [InlineData("'x86' is no value of '--architecture': it can be amd64 or arm64.", "publish", "dns-updater", "--architecture", "x86")]
    [InlineData("'webapp' is no PACKAGE: it can be dns-updater.", "publish", "webapp")]
    [InlineData("'many' is no value of '--code'.", "github", "steps", "events.log", "--stack", "dev", "--code", "many")]
    public void A_Value_That_Does_Not_Fit_Is_Named(string expected, params string[] args) => Assert.StartsWith(expected, Of(args), StringComparison.Ordinal);

    [Theory]
    [InlineData("plan")]
    [InlineData("plan", "prod", "--against", "HEAD~1", "--json")]
    [InlineData("test", "--filter", "-slow")]
    [InlineData("plan", "--help", "--bogus")]
    public void What_Can_Be_Run_Has_None(params string[] args) => Assert.Null(Of(args));

    private static string? Of(string[] args) => UsageError.Of(CommandLine.Create(new(TextWriter.Null, TextWriter.Null, Interactive: false), new("/nowhere")).Parse(args));
}

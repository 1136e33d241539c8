using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Dockerland.Cli;

/// <summary>What is wrong with a command line, and where its help is.</summary>
internal static class UsageError
{
    private const string Script = "./dockerland";

    /// <summary>Null for one that can be run.</summary>
    public static string? Of(ParseResult parsed)
    {
        if (parsed.Action is HelpAction) return null;
        var problem = UnknownOption(parsed) ?? UnknownVerb(parsed) ?? TooMuch(parsed) ?? Missing(parsed) ?? WrongValue(parsed) ?? (parsed.Errors is [var other, ..] ? other.Message : null);
        return problem is null ? null : $"{problem} '{string.Join(' ', VerbsOf(parsed.CommandResult).Prepend(Script).Append("--help"))}' tells more.";
    }

    // The parser takes what looks like an option for the value of an argument.
    private static string? UnknownOption(ParseResult parsed)
    {
        var values = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);
        if (parsed.UnmatchedTokens.Concat(values).FirstOrDefault(text => text is ['-', _, ..]) is not { } typed) return null;
        string[] known = [.. OptionsOf(parsed.CommandResult).Where(option => !option.Hidden).Select(option => option.Name).Order(StringComparer.Ordinal)];
        var owner = string.Join(' ', VerbsOf(parsed.CommandResult)) is { Length: > 0 } verb ? $"'{verb}' has no option '{typed}'." : $"There is no option '{typed}'.";
        return Typo.Guess(typed, known) is { } guess ? $"{owner} Did you mean '{guess}'?" : $"{owner} There are: {string.Join(", ", known)}.";
    }

    private static string? UnknownVerb(ParseResult parsed)
    {
        if (parsed.CommandResult.Command.Subcommands is not { Count: > 0 } verbs) return null;
        string[] above = [.. VerbsOf(parsed.CommandResult)];
        string[] known = [.. verbs.Select(verb => FullName(verb.Name))];
        if (parsed.UnmatchedTokens is not [var typed, ..]) return $"{(above.Length == 0 ? "A verb" : $"What '{FullName()}' is to do")} is missing. There are: {string.Join(", ", known)}.";
        var text = $"There is no verb '{FullName(typed)}'.";
        return Typo.Guess(FullName(typed), known) is { } guess ? $"{text} Did you mean '{guess}'?" : $"{text} There are: {string.Join(", ", known)}.";

        string FullName(params string[] verb) => string.Join(' ', above.Concat(verb));
    }

    private static string? TooMuch(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is not [var typed, ..]) return null;
        string[] arguments = [.. parsed.CommandResult.Command.Arguments.Select(argument => argument.Name)];
        return $"'{typed}' is one too many: '{string.Join(' ', VerbsOf(parsed.CommandResult))}' takes {(arguments.Length == 0 ? "options alone" : $"one {string.Join(" and one ", arguments)}")}.";
    }

    private static string? Missing(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        foreach (var result in parsed.CommandResult.Children.OfType<OptionResult>().Where(result => !result.Implicit && result.Tokens.Count < result.Option.Arity.MinimumNumberOfValues))
            return $"'{result.Option.Name}' needs a value: {result.Option.HelpName ?? result.Option.Description}.";
        string[] options = [.. command.Options.Where(option => option.Required && parsed.GetResult(option) is null or { Implicit: true }).Select(option => option.Name)];
        string[] arguments = [.. command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0 && !argument.HasDefaultValue && parsed.GetResult(argument) is null or { Tokens: [] }).Select(argument => argument.Name)];
        var missing = arguments.Concat(options).ToArray();
        return missing.Length == 0 ? null : $"{string.Join(", ", missing)} {(missing.Length == 1 ? "is" : "are")} missing.";
    }

    private static string? WrongValue(ParseResult parsed) => parsed.Errors is not [var error, ..] ? null : error.SymbolResult switch
    {
        OptionResult { Tokens: [var value, ..] } result => $"'{value.Value}' is no value of '{result.Option.Name}'{Choices(result.Option.HelpName, result.Option.GetCompletions(CompletionContext.Empty).Select(choice => choice.Label))}.",
        ArgumentResult { Tokens: [var value, ..], Argument: var argument } => $"'{value.Value}' is no {argument.Name}{Choices(null, argument.GetCompletions(CompletionContext.Empty).Select(choice => choice.Label))}.",
        _ => null,
    };

    private static string Choices(string? kind, IEnumerable<string> known) =>
        known.ToArray() is { Length: > 0 } choices ? $": it can be {string.Join(" or ", choices)}" : kind is null ? "" : $": it takes {kind}";

    private static IEnumerable<Option> OptionsOf(CommandResult result) => result.Command.Options
        .Concat(result.Parent is CommandResult parent ? OptionsOf(parent).Where(option => option.Recursive) : [])
        .DistinctBy(option => option.Name);

    private static IEnumerable<string> VerbsOf(SymbolResult result) =>
        result is CommandResult { Parent: { } parent } verb ? VerbsOf(parent).Append(verb.Command.Name) : [];
}

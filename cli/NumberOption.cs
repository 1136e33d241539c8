using System.CommandLine;

namespace Dockerland.Cli;

/// <summary>An option that takes a whole number within bounds.</summary>
internal static class NumberOption
{
    public static Option<int> Create(string name, string description, int standard, int min, int max)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard, HelpName = $"{min}-{max}" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number >= min && number <= max))
                result.AddError($"{name} takes {min} to {max}.");
        });
        return option;
    }
}

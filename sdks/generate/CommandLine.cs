using System.CommandLine;

namespace Dockerland.Sdks.Generate;

/// <summary>The program's verbs and options; the work is in <see cref="Generator"/>.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Sdks = new("--sdks")
    {
        Description = "The repository's sdks folder; found from the current folder if not given.",
        DefaultValueFactory = _ => FindSdks(),
        Recursive = true,
    };

    private static readonly Option<bool> Check = new("--check")
    {
        Description = "Change nothing; fail if regenerating would change a file.",
    };

    private static readonly Option<string> Package = new("--package")
    {
        Description = "The package, such as aws, as bindings.json names it.",
        Required = true,
    };

    private static readonly Option<string> From = new("--from")
    {
        Description = "The provider's whole schema, as 'pulumi package get-schema aws@7.48.0' prints it.",
        Required = true,
    };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            return await Build(output).Parse(args).InvokeAsync(
                new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is GenerateException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static RootCommand Build(TextWriter output)
    {
        var cut = new Command("cut", "Cuts a whole schema to bindings.json, checks the cut in, and generates from it.") { Package, From };
        cut.SetAction((parsed, cancellation) => new Generator(parsed.GetValue(Sdks)!, output)
            .CutAsync(parsed.GetValue(Package)!, parsed.GetValue(From)!, cancellation));

        var root = new RootCommand("Generates sdks/Pulumi.Aws, .Docker and .Command from the schemas beside it, by Pulumi's own code generator.")
        {
            Sdks, Check, cut,
        };
        root.SetAction((parsed, cancellation) =>
        {
            var generator = new Generator(parsed.GetValue(Sdks)!, output);
            return parsed.GetValue(Check) ? generator.CheckAsync(cancellation) : generator.GenerateAsync(cancellation);
        });
        return root;
    }

    private static string FindSdks()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var sdks = Path.Combine(folder.FullName, "sdks");
            if (File.Exists(Path.Combine(sdks, "generate", "bindings.json")))
                return sdks;
        }
        return Path.Combine(Environment.CurrentDirectory, "sdks");
    }
}

using System.CommandLine;
using Dockerland.Sdks.Generate.Aws;

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

    private static readonly Option<string> Models = new("--models")
    {
        Description = "The folder of an unpacked npm package aws-sdk, as 'npm pack aws-sdk@2' and tar leave it.",
        Required = true,
    };

    private static readonly Option<string> Errors = new("--errors")
    {
        Description = "The folder botocore/data of a Python installation; npm's models lack the services' errors.",
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

        var aws = new Command("aws", "Generates the AWS clients alone, which takes no other program.") { Check };
        aws.SetAction((parsed, _) => AwsAsync(new(parsed.GetValue(Sdks)!, output), parsed.GetValue(Check)));

        var cutAws = new Command("cut-aws", "Cuts AWS's service models to operations.json, checks the cuts in, and generates from them.") { Models, Errors };
        cutAws.SetAction((parsed, _) => new AwsGenerator(parsed.GetValue(Sdks)!, output).CutAsync(parsed.GetValue(Models)!, parsed.GetValue(Errors)!));

        var root = new RootCommand("Generates the Pulumi bindings, by Pulumi's own code generator, and the AWS clients from what is checked in beside it.")
        {
            Sdks, Check, cut, aws, cutAws,
        };
        root.SetAction(async (parsed, cancellation) =>
        {
            var (bindings, clients) = (new Generator(parsed.GetValue(Sdks)!, output), new AwsGenerator(parsed.GetValue(Sdks)!, output));
            if (parsed.GetValue(Check))
                return Report([.. await bindings.DifferencesAsync(cancellation), .. await clients.DifferencesAsync()]);
            await bindings.GenerateAsync(cancellation);
            return await clients.GenerateAsync();
        });
        return root;
    }

    private static async Task<int> AwsAsync(AwsGenerator clients, bool check) =>
        check ? Report(await clients.DifferencesAsync()) : await clients.GenerateAsync();

    private static int Report(IReadOnlyList<string> differences) => differences.Count == 0
        ? 0
        : throw new GenerateException(
            string.Join('\n', differences)
            + $"\n{differences.Count} files differ from what the checked-in schemas and models generate. "
            + "Run 'dotnet run --project sdks/generate' and commit the result.");

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

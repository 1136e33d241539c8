using System.Xml;
using System.Xml.Linq;

namespace Dockerland.Cli.Testing;

/// <summary>Reads the results that <c>dotnet test --logger trx</c> writes.</summary>
internal static class TrxFile
{
    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static IReadOnlyList<TestOutcome> Parse(string project, string xml)
    {
        // Test output may hold any character, so a test that prints control characters gives XML that a strict reader refuses.
        using var reader = XmlReader.Create(new StringReader(xml), new() { CheckCharacters = false });
        return [.. XDocument.Load(reader).Descendants(Ns + "UnitTestResult").Select(result => Outcome(project, result))];
    }

    private static TestOutcome Outcome(string project, XElement result)
    {
        var error = result.Element(Ns + "Output")?.Element(Ns + "ErrorInfo");
        var message = error?.Element(Ns + "Message")?.Value ?? "";
        var verdict = (string?)result.Attribute("outcome") switch
        {
            "Passed" => Verdict.Passed,
            "NotExecuted" => Verdict.Skipped,
            _ => Verdict.Failed,
        };
        var name = (string?)result.Attribute("testName") ?? "(a test without a name)";
        return new(project, name, verdict, message.Trim(), error?.Element(Ns + "StackTrace")?.Value.TrimEnd() ?? "");
    }
}

namespace Dockerland.Tests.Sdks.AwsSdk;

/// <summary>What users see of a generated client is what they see of the official one, for the operations that it has.</summary>
public sealed class OfficialApiTests
{
    public static TheoryData<string> Services => ProofService.Names;

    [Theory]
    [MemberData(nameof(Services))]
    public void A_Generated_Client_Has_The_Official_Shape(string name)
    {
        var service = ProofService.Of(name);

        var (unexplained, unused) = Differences.Explain(Compare(service), $"{name} api ");

        Assert.True(unexplained.Length + unused.Length == 0, string.Join('\n', [.. unexplained, .. unused.Select(line => $"no longer so: {line}")]));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Types_Are_Compared_At_All(string name) => Assert.InRange(TypesOf(ProofService.Of(name)).Length, 10, 1000);

    private static string[] Compare(ProofService service)
    {
        var differences = new List<string>();
        foreach (var generated in TypesOf(service))
        {
            var here = ApiText.Lines(generated).ToArray();
            var there = service.Official.GetType(generated.FullName!) is { IsPublic: true } official ? ApiText.Lines(official).Where(line => IsOurs(service, line)).ToArray() : [];
            differences.AddRange(here.Except(there).Select(line => $"{service.Entry.Package["AWSSDK.".Length..]} api generated only: {line}"));
            differences.AddRange(there.Except(here).Select(line => $"{service.Entry.Package["AWSSDK.".Length..]} api official only: {line}"));
        }
        return [.. differences];
    }

    private static Type[] TypesOf(ProofService service) => service.Generated.GetExportedTypes();

    /// <summary>Not an operation of the client's that isn't generated.</summary>
    private static bool IsOurs(ProofService service, string line)
    {
        var parts = line.Split(": ", 2);
        var isClient = parts[0].EndsWith(service.Entry.Client, StringComparison.Ordinal) || parts[0].EndsWith("Client", StringComparison.Ordinal) || parts[0].EndsWith("PaginatorFactory", StringComparison.Ordinal);
        if (!isClient || !parts[1].StartsWith("method ", StringComparison.Ordinal))
            return true;
        var method = parts[1].Split('(')[0].Split(' ')[^1];
        return service.Entry.Operations.Contains(method.EndsWith("Async", StringComparison.Ordinal) ? method[..^"Async".Length] : method)
            || method is "DetermineServiceOperationEndpoint" or "CustomizeRuntimePipeline" or "Dispose";
    }
}

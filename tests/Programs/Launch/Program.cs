using Pulumi;

// A Pulumi program in a process of its own; its argument says how it is to end.
switch (args is [var ending] ? ending : "")
{
    case "well":
        return await Deployment.RunAsync(() => new Dictionary<string, object?> { ["argument"] = args[0] });
    case "throwing":
        return await Deployment.RunAsync(Throw);
    case "throwing-ignored":
        // Without 'return': the exit code has to come out all the same.
        await Deployment.RunAsync(Throw);
        return Environment.ExitCode;
    case "logging":
        return await Deployment.RunAsync(() => Log.Error("bad luck"));
    case "logging-ignored":
        await Deployment.RunAsync(() => Log.Error("bad luck"));
        return Environment.ExitCode;
    case "settings":
        return await Deployment.RunAsync(() => new Dictionary<string, object?>
        {
            ["name"] = $"{Deployment.Instance.OrganizationName}/{Deployment.Instance.ProjectName}/{Deployment.Instance.StackName}",
            ["dryRun"] = Deployment.Instance.IsDryRun,
            ["zone"] = new Config().Require("zone"),
            ["token"] = new Config("other").RequireSecret("token"),
        });
    case "class":
        return await Deployment.RunAsync<GoodStack>();
    case "unassigned":
        return await Deployment.RunAsync<UnassignedStack>();
    default:
        throw new ArgumentException($"No ending is called '{string.Join(' ', args)}'.");
}

static void Throw() => throw new FormatException("no such planet");

internal sealed class GoodStack : Stack
{
    public GoodStack() => Zone = Output.Create("dev.example.com");

    [Output("zone")]
    public Output<string> Zone { get; private set; }
}

internal sealed class UnassignedStack : Stack
{
    [Output("zone")]
    public Output<string> Zone { get; private set; } = null!;
}

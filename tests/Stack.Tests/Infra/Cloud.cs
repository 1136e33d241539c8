using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi;
using Pulumi.Testing;

namespace Dockerland.Tests.Infra;

/// <summary>A cloud that accepts everything, keeps what was asked of it, and answers with inputs and made-up outputs.</summary>
internal sealed class Cloud(bool isPreview) : IMocks
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentBag<MockResourceArgs> _requests = [];

    private bool IsPreview => isPreview;
    private string Stack { get; init; } = "dev";

    public IReadOnlyCollection<MockResourceArgs> Requests => _requests;

    /// <summary>What the program made, in the order of registration.</summary>
    public ImmutableArray<Resource> Resources { get; private set; } = [];

    /// <summary>Runs a program as an <c>up</c>, so that every output is known.</summary>
    public static Task<Cloud> RunAsync(Action program) => RunAsync(() =>
    {
        program();
        return Task.CompletedTask;
    });

    /// <summary>The same where some functions answer otherwise.</summary>
    public static Task<Cloud> RunAsync(Action program, params (string Token, Dictionary<string, object> Answer)[] answers) =>
        RunAsync(new(isPreview: false) { Answers = answers.ToDictionary(answer => answer.Token, answer => (object)answer.Answer) }, () =>
        {
            program();
            return Task.CompletedTask;
        });

    /// <summary>The same for a stack of another name.</summary>
    public static Task<Cloud> RunAsync(Action program, string stack) => RunAsync(new(isPreview: false) { Stack = stack }, () =>
    {
        program();
        return Task.CompletedTask;
    });

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<Cloud> RunAsync(Func<Task> program) => RunAsync(new Cloud(isPreview: false), program);

    /// <summary>Runs a program as the first preview, in which a cloud can't say anything that wasn't asked of it.</summary>
    public static Task<Cloud> PreviewAsync(Action program) => RunAsync(new Cloud(isPreview: true), () =>
    {
        program();
        return Task.CompletedTask;
    });

    /// <summary>The one resource of a type and a name that was asked for.</summary>
    public MockResourceArgs Require(string type, string name) =>
        Assert.Single(_requests, request => request.Type == type && request.Name == name);

    /// <summary>An input as JSON, its keys sorted.</summary>
    public string Input(string type, string name, string property) =>
        Require(type, name).Inputs.TryGetValue(property, out var value)
            ? Json(value)
            : throw new Xunit.Sdk.XunitException($"{type} '{name}' has no input '{property}'; it has {string.Join(", ", Require(type, name).Inputs.Keys.Order())}.");

    /// <summary>An input that is a text.</summary>
    public string Text(string type, string name, string property) => Assert.IsType<string>(Require(type, name).Inputs[property]);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _requests.Add(args);
        var outputs = isPreview ? [] : new Dictionary<string, object>
        {
            ["arn"] = $"arn:{args.Type}:{args.Name}",
            ["name"] = $"{args.Name}-1a2b3c4",
            ["zoneId"] = "Z0123456789ABC",
            ["latestVersion"] = 7,
            ["nameServers"] = new[] { "ns-1.example.net" },
        };
        foreach (var (property, value) in args.Inputs) outputs[property] = value;
        return Task.FromResult<(string?, object)>((string.IsNullOrEmpty(args.Id) ? $"{args.Name}-id" : args.Id, outputs));
    }

    /// <summary>What functions answer, by token, in the place of what they usually do.</summary>
    private IReadOnlyDictionary<string, object> Answers { get; init; } = ImmutableDictionary<string, object>.Empty;

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult(Answers.TryGetValue(args.Token!, out var answer) ? answer : args.Token switch
    {
        "aws:ec2/getVpc:getVpc" => new Dictionary<string, object> { ["cidrBlock"] = "172.31.0.0/16", ["enableDnsSupport"] = true, ["enableDnsHostnames"] = true },
        "aws:ec2/getSubnet:getSubnet" => new Dictionary<string, object> { ["cidrBlock"] = "172.31.1.0/24", ["vpcId"] = "vpc-1", ["mapPublicIpOnLaunch"] = true },
        "aws:route53/getZone:getZone" => new Dictionary<string, object>
        {
            ["zoneId"] = args.Args.GetValueOrDefault("zoneId") ?? "Z0FOUND",
            ["name"] = args.Args.GetValueOrDefault("name") ?? "dev.example.com",
            ["arn"] = "arn:zone",
            ["nameServers"] = new[] { "ns-9.example.net" },
        },
        "aws:index/getCallerIdentity:getCallerIdentity" => new Dictionary<string, object> { ["accountId"] = "123456789012" },
        "command:local:run" => new Dictionary<string, object> { ["stdout"] = "", ["stderr"] = "" },
        "aws:index/getPartition:getPartition" => new Dictionary<string, object> { ["partition"] = "aws", ["dnsSuffix"] = "amazonaws.com" },
        "aws:ecr/getAuthorizationToken:getAuthorizationToken" => new Dictionary<string, object> { ["userName"] = "AWS", ["password"] = "token" },
        "aws:ecr/getImage:getImage" => throw new InvalidOperationException("reading ECR Images: couldn't find resource"),
        "aws:ssm/getParameter:getParameter" => new Dictionary<string, object> { ["insecureValue"] = $"ami-of-{args.Args["name"]}" },
        "aws:ec2/getAmi:getAmi" when Json(args.Args["filters"]).Contains("image-id", StringComparison.Ordinal) => new Dictionary<string, object> { ["rootDeviceName"] = "/dev/xvda" },
        "aws:ec2/getAmi:getAmi" => new Dictionary<string, object> { ["imageId"] = $"ami-of-{Json(args.Args["owners"])}-{Json(args.Args["filters"])}", ["rootDeviceName"] = "/dev/sdz" },
        _ => throw new ArgumentException($"Nothing answers '{args.Token}'. Add it to {nameof(Cloud)}."),
    });

    private static async Task<Cloud> RunAsync(Cloud cloud, Func<Task> program)
    {
        var options = new TestOptions { ProjectName = "dockerland", StackName = cloud.Stack, IsPreview = cloud.IsPreview };
        cloud.Resources = await Deployment.TestAsync(cloud, options, program);
        return cloud;
    }

    public static string Json(object? value) => JsonSerializer.Serialize(Sort(value), Relaxed);

    private static object? Sort(object? value) => value switch
    {
        ImmutableDictionary<string, object> map => map.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => Sort(entry.Value)),
        ImmutableArray<object> list => list.Select(Sort).ToArray(),
        _ => value,
    };
}

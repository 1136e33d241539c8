using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Pulumi.Grpc;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One run of a program: previews, updates, and tests with mocks.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> s_current = new();

    private readonly IMonitor _monitor;
    private readonly DeploymentInstance _instance;
    private readonly ConcurrentDictionary<RegisterPackageRequest, Lazy<Task<string>>> _packages = new();

    internal Deployment(DeploymentSettings settings, IMonitor monitor, IEngine engine)
    {
        (Settings, _monitor, Engine) = (settings, monitor, engine);
        Runner = new();
        Logger = new(engine, Runner);
        _instance = new(this);
    }

    /// <summary>The deployment that the calling code runs in.</summary>
    /// <exception cref="InvalidOperationException">outside of one</exception>
    public static DeploymentInstance Instance => Required._instance;

    internal static Deployment? Current => s_current.Value;

    internal static Deployment Required => Current ?? throw new InvalidOperationException(
        "Trying to acquire Deployment.Instance before 'Run' was called.");

    internal DeploymentSettings Settings { get; }

    internal Runner Runner { get; }

    internal EngineLogger Logger { get; }

    internal IEngine Engine { get; }

    /// <summary>The root of all resources; set by its own constructor.</summary>
    /// <exception cref="InvalidOperationException">when a resource is created before it</exception>
    [AllowNull]
    internal Stack Stack
    {
        get => field ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance.Stack before 'Run' was called.");
        set;
    }

    /// <summary>Asks the engine to refuse a CLI of another version than the range allows.</summary>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange) =>
        Required.Engine.RequirePulumiVersionAsync(new() { PulumiVersionRange = pulumiVersionRange });

    internal void Warn(string message) => Logger.Log(Rpc.LogSeverity.Warning, message);

    private async Task<bool> KeepResourcesAsync() =>
        Settings.ResourceReferences && await _monitor.SupportsFeatureAsync("resourceReferences").ConfigureAwait(false);

    /// <exception cref="RunException">when the engine is too old for an option that is used</exception>
    private async Task RequireFeatureAsync(string feature, string what)
    {
        if (!await _monitor.SupportsFeatureAsync(feature).ConfigureAwait(false))
        {
            throw new RunException($"The Pulumi CLI does not support {what}. Please update the Pulumi CLI.");
        }
    }

    private async Task<string> PackageReferenceAsync(RegisterPackageRequest? request)
    {
        if (request is null)
        {
            return "";
        }

        var registration = _packages.GetOrAdd(request, key => new(async () =>
        {
            await RequireFeatureAsync("parameterization", "parameterized packages").ConfigureAwait(false);
            return (await _monitor.RegisterPackageAsync(key.ToWire()).ConfigureAwait(false)).Ref;
        }));
        return await registration.Value.ConfigureAwait(false);
    }

    private static async Task<SerializedProperties> SerializeAsync(InputArgs args, bool keepResources) =>
        await Serializer.SerializePropertiesAsync(args.ToProperties(), keepResources).ConfigureAwait(false);
}

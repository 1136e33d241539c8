using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a stack class against mocks.</summary>
    /// <returns>its resources, the stack among them, in the order of their registration</returns>
    /// <exception cref="RunException">when one error was logged</exception>
    /// <exception cref="AggregateException">when several errors were logged</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => TestStackAsync(mocks, options, CreateStack<TStack>);

    /// <summary>Runs a stack class that the provider makes against mocks.</summary>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)"/>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack => TestStackAsync(mocks, options, () => CreateStack<TStack>(serviceProvider));

    /// <summary>Runs a program against mocks.</summary>
    /// <returns>its resources in the order of their registration</returns>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Action createResources) =>
        (await TestProgramAsync(testMocks, testOptions, Programs.Of(createResources)).ConfigureAwait(false)).Resources;

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Action)"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task> createResources) =>
        (await TestProgramAsync(testMocks, testOptions, Programs.Of(createResources)).ConfigureAwait(false)).Resources;

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Action)"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestProgramAsync(testMocks, testOptions, Programs.Of(createResources));

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Action)"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources) =>
        TestProgramAsync(testMocks, testOptions, createResources);

    private static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestProgramAsync(
        IMocks mocks, TestOptions? options, Func<Task<IDictionary<string, object?>>> program)
    {
        Stack? stack = null;
        var resources = await TestStackAsync(mocks, options, () => stack = new Stack(program, null)).ConfigureAwait(false);
        var outputs = await stack!.Outputs.DataTask.ConfigureAwait(false);
        return ([.. resources.Where(resource => resource != stack)], outputs.Value);
    }

    // Being async keeps the current deployment from the caller's flow of control.
    private static async Task<ImmutableArray<Resource>> TestStackAsync(IMocks mocks, TestOptions? options, Func<Stack> createStack)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        var settings = new DeploymentSettings
        {
            Project = options?.ProjectName ?? "project",
            Stack = options?.StackName ?? "stack",
            Organization = options?.OrganizationName ?? "organization",
            RootDirectory = options?.RootDirectory,
            IsDryRun = options?.IsPreview ?? true,
            Config = DeploymentSettings.ConfigFromEnvironment(Environment.GetEnvironmentVariable),
        };
        var (monitor, engine) = (new MockMonitor(mocks, settings), new MockEngine());
        await RunAsync(settings, monitor, engine, createStack).ConfigureAwait(false);
        return engine.Errors.ToList() switch
        {
            [] => monitor.Resources,
            [var error] => throw new RunException(error),
            var errors => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }
}

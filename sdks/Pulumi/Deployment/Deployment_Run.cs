using System.Reflection;
using Pulumi.Grpc;
using Pulumi.Rpc;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>The exit code that tells the engine that the error is reported already.</summary>
    internal const int AlreadyReported = 32;

    /// <summary>Runs a program that creates resources.</summary>
    /// <returns>the exit code that the program should end with</returns>
    /// <exception cref="InvalidOperationException">when the Pulumi CLI didn't start the program</exception>
    public static Task<int> RunAsync(Action action) => RunProgramAsync(Programs.Of(action), null);

    /// <summary>Runs a program that creates resources and gives the stack's outputs.</summary>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunProgramAsync(Programs.Of(func), null);

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task> func) => RunProgramAsync(Programs.Of(func), null);

    /// <inheritdoc cref="RunAsync(Func{IDictionary{string, object?}})"/>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RunProgramAsync(func, options);

    /// <summary>Runs a stack class.</summary>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunFromEnvironmentAsync(CreateStack<TStack>);

    /// <summary>Runs a stack class that the provider makes.</summary>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => RunFromEnvironmentAsync(() => CreateStack<TStack>(serviceProvider));

    /// <summary>Runs a program against a given engine, without the environment's say.</summary>
    internal static async Task<int> RunAsync(DeploymentSettings settings, IMonitor monitor, IEngine engine, Func<Stack> createStack)
    {
        var deployment = new Deployment(settings, monitor, engine);
        s_current.Value = deployment;
        return await deployment.RunStackAsync(createStack).ConfigureAwait(false);
    }

    private static TStack CreateStack<TStack>()
        where TStack : Stack, new()
    {
        // new TStack() goes through Activator, which wraps the constructor's exceptions.
        return (TStack)Activator.CreateInstance(typeof(TStack), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }

    private static TStack CreateStack<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return (TStack)(serviceProvider.GetService(typeof(TStack)) ?? throw new RunException(
            $"Failed to resolve instance of type {typeof(TStack)} from service provider. Register the type with the service provider before Run."));
    }

    private static Task<int> RunProgramAsync(Func<Task<IDictionary<string, object?>>> program, StackOptions? options) =>
        RunFromEnvironmentAsync(() => new Stack(program, options));

    private static async Task<int> RunFromEnvironmentAsync(Func<Stack> createStack)
    {
        if (Current is not null)
        {
            throw new InvalidOperationException("Deployment.Instance was already set: a program runs once in a flow of control.");
        }

        var (settings, monitor, engine) = DeploymentSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        var exitCode = await RunAsync(settings, new GrpcMonitor(monitor), new GrpcEngine(engine), createStack).ConfigureAwait(false);
        if (exitCode != 0)
        {
            // For programs that don't return what they were given.
            Environment.ExitCode = exitCode;
        }

        return exitCode;
    }

    private async Task<int> RunStackAsync(Func<Stack> createStack)
    {
        var exceptions = await RunToEndAsync(createStack).ConfigureAwait(false);
        if (exceptions.Count > 0)
        {
            return await ReportAsync(exceptions).ConfigureAwait(false) ? AlreadyReported : 1;
        }

        if (Logger.LoggedErrors)
        {
            return 1;
        }

        try
        {
            await _monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
            return 0;
        }
        catch (RpcException exception)
        {
            return await ReportAsync([exception]).ConfigureAwait(false) ? AlreadyReported : 1;
        }
    }

    /// <summary>Creates the stack and waits until nothing is under way; what went wrong.</summary>
    private async Task<IReadOnlyList<Exception>> RunToEndAsync(Func<Stack> createStack)
    {
        try
        {
            var stack = createStack();
            stack.ReadOutputs();
            Runner.RegisterTask(stack.Outputs.DataTask);
        }
#pragma warning disable CA1031 // Whatever a program throws is reported to its user.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return [exception];
        }

        return await Runner.WaitAsync().ConfigureAwait(false);
    }

    /// <summary>Tells the user through the engine, or else by standard error; false in that case.</summary>
    private async Task<bool> ReportAsync(IReadOnlyList<Exception> exceptions)
    {
        // The engine stopped because something else failed, which it has reported.
        var toReport = exceptions.Where(exception => !IsEngineShutdown(exception)).ToList();
        try
        {
            foreach (var exception in toReport)
            {
                await ReportAsync(exception).ConfigureAwait(false);
            }

            return true;
        }
        catch (LogException exception)
        {
            foreach (var message in toReport.Select(MessageOf).Append(exception.Message).Distinct())
            {
                await Console.Error.WriteLineAsync(message).ConfigureAwait(false);
            }

            return false;
        }
    }

    private Task ReportAsync(Exception exception) => exception is LogException
        ? Task.FromException(exception)
        : Logger.LogAsync(LogSeverity.Error, MessageOf(exception), (exception as ResourceException)?.Resource);

    private static string MessageOf(Exception exception) => exception switch
    {
        LogException or RunException or ResourceException { HideStack: true } => exception.Message,
        ResourceException => exception.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}",
    };

    // A program that waits for an output may have wrapped it.
    private static bool IsEngineShutdown(Exception? exception) => exception switch
    {
        null => false,
        RpcException rpc => rpc.IsEngineShutdown,
        AggregateException aggregate => aggregate.InnerExceptions.All(IsEngineShutdown),
        _ => IsEngineShutdown(exception.InnerException),
    };
}

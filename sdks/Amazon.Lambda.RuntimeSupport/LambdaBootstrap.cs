namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Takes events from Lambda's runtime API, one after the other, and tells it how each went.</summary>
public class LambdaBootstrap : IDisposable
{
    // Lambda freezes the process while it waits for an event.
    private static readonly TimeSpan HttpTimeout = TimeSpan.FromHours(12);

    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly RuntimeApi _api;

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), true, handler, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, false, handler, initializer)
    {
    }

    private LambdaBootstrap(HttpClient http, bool ownsHttp, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(handler);
        _http = http;
        _http.Timeout = HttpTimeout;
        _ownsHttp = ownsHttp;
        _handler = handler;
        _initializer = initializer;
        _api = new(http);
    }

    /// <summary>A client for the runtime API.</summary>
    public static HttpClient ConstructHttpClient() => new(new SocketsHttpHandler());

    /// <summary>Until it is cancelled or the API doesn't answer; Lambda then starts another process.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_initializer is not null && !await InitializeAsync().ConfigureAwait(false)) return;

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Of the waiting for an event: at the end of it, or of its time; then it waits again.
            }
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsHttp) _http.Dispose();
    }

    private async Task<bool> InitializeAsync()
    {
        try
        {
            return await _initializer().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync(error.ToString()).ConfigureAwait(false);
            await _api.FailInitializationAsync(error).ConfigureAwait(false);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await _api.NextAsync(cancellationToken).ConfigureAwait(false);
        var context = (LambdaContext)invocation.LambdaContext;
        // Where AWS clients look for it.
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", context.TraceId);
        if (await HandleAsync(invocation, cancellationToken).ConfigureAwait(false) is not { } response) return;

        try
        {
            await _api.AnswerAsync(context.AwsRequestId, response.OutputStream, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (response.DisposeOutputStream && response.OutputStream is { } output) await output.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Whatever a handler throws is that event's failure; the next event may go well.
    private async Task<InvocationResponse> HandleAsync(InvocationRequest invocation, CancellationToken cancellationToken)
    {
        try
        {
            return await _handler(invocation).ConfigureAwait(false) ?? new(Stream.Null);
        }
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync(error.ToString()).ConfigureAwait(false);
            await _api.FailAsync(invocation.LambdaContext.AwsRequestId, error, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }
}

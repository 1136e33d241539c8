namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What an event is answered with.</summary>
public class InvocationResponse
{
    public InvocationResponse(Stream outputStream)
        : this(outputStream, true)
    {
    }

    /// <param name="disposeOutputStream">Whether the stream is of no further use once it is sent.</param>
    public InvocationResponse(Stream outputStream, bool disposeOutputStream)
    {
        ArgumentNullException.ThrowIfNull(outputStream);
        OutputStream = outputStream;
        DisposeOutputStream = disposeOutputStream;
    }

    public Stream OutputStream { get; set; }

    public bool DisposeOutputStream { get; }
}

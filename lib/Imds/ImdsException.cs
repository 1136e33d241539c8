namespace Dockerland.Imds;

/// <summary>The metadata service said nothing, or no; its message says why, and what to do.</summary>
public sealed class ImdsException : Exception
{
    public ImdsException(string message) : base(message)
    {
    }

    public ImdsException(string message, Exception inner) : base(message, inner)
    {
    }
}

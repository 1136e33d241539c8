namespace Dockerland.Dns;

/// <summary>Why Route53 didn't do what it was asked; the message is for people, with what to do.</summary>
public sealed class DnsException : Exception
{
    public DnsException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether Route53 turned down what was asked, so that less of it, or something else, may go well.</summary>
    internal bool IsRefusal { get; init; }
}

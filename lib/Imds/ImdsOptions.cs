namespace Dockerland.Imds;

/// <summary>Where the metadata service is, and how long it is asked.</summary>
public sealed record ImdsOptions
{
    /// <summary>Names another endpoint, as it does for AWS's own clients.</summary>
    public const string EndpointVariable = "AWS_EC2_METADATA_SERVICE_ENDPOINT";

    public Uri Endpoint { get; init; } = new("http://169.254.169.254");

    /// <summary>One try. The service is on the host itself and answers in milliseconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>All tries of one question: a host that just started may have no network for a while.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The pause after the first try that failed; each further one is twice as long, up to <see cref="MostPause"/>.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause, so that tries go on until shortly before the deadline.</summary>
    public TimeSpan MostPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a session token lasts: the longest that the service grants.</summary>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromHours(6);

    /// <exception cref="ImdsException">The variable isn't the address of a server.</exception>
    public static ImdsOptions Read(Func<string, string?> variable) => variable(EndpointVariable) switch
    {
        null or "" => new(),
        var text when Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" => new() { Endpoint = endpoint },
        var text => throw new ImdsException($"{EndpointVariable} is '{text}'; it takes an address such as http://169.254.169.254."),
    };
}

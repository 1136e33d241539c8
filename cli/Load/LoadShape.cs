namespace Dockerland.Cli.Load;

/// <summary>How requests come.</summary>
/// <param name="Clients">How many ask at the same time.</param>
/// <param name="RequestsPerSecond">Of all clients together. Those who fell behind catch up.</param>
/// <param name="Patience">How long an answer may take, from the connection's start to its last byte.</param>
internal sealed record LoadShape(int Clients, int RequestsPerSecond, TimeSpan Patience)
{
    public static readonly LoadShape Standard = new(Clients: 32, RequestsPerSecond: 250, TimeSpan.FromSeconds(5));

    /// <summary>How long after one request of a client its next one is due.</summary>
    public TimeSpan Pace => TimeSpan.FromSeconds((double)Clients / RequestsPerSecond);
}

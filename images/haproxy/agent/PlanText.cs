using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    public static IEnumerable<string> Render(ServerPlan plan) =>
    [
        .. plan.Add.Select(server => $"add     {server}"),
        .. plan.Check.Select(server => $"check   {server}"),
        .. plan.Admit.Select(server => $"admit   {server}"),
        .. plan.Remove.Select(server => $"remove  {server.Server}"),
        .. plan.Waiting.Select(server => $"waiting {server}"),
        .. plan.Kept.Select(server => $"keep    {server}: no word of it, and it answers"),
        .. plan.IsEmpty ? new[] { "Nothing is to be done." } : [],
    ];
}

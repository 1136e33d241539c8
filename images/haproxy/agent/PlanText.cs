using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    /// <param name="backend">Whose servers they are; the members' goes without saying.</param>
    public static IEnumerable<string> Render(ServerPlan plan, string backend)
    {
        var place = backend is AgentSettings.Backend ? "" : $"{backend}/";
        return
        [
            .. plan.Add.Select(server => $"add     {place}{server}"),
            .. plan.Check.Select(server => $"check   {place}{server}"),
            .. plan.Admit.Select(server => $"admit   {place}{server}"),
            .. plan.Remove.Select(server => $"remove  {place}{server.Server}"),
            .. plan.Waiting.Select(server => $"waiting {place}{server}"),
            .. plan.Kept.Select(server => $"keep    {place}{server}: no word of it, and it answers"),
        ];
    }
}

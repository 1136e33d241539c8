using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>Changes servers by HAProxy's runtime API, as 2.6 has it: what <c>default-server</c> says doesn't hold for servers that come that way.</summary>
internal sealed class HaproxyRuntime(AdminSocket socket) : IServerRuntime
{
    /// <summary>What each server is told, in a command as in the file. A server that fails two checks, half a second apart, is down.</summary>
    public const string Options = "check inter 500ms fall 2 rise 2 slowstart 2s pool-purge-delay 1s";

    public async Task<RunningState> ReadAsync(CancellationToken cancellationToken) => RunningState.Of(
        (await socket.AskAsync("show backend", cancellationToken)).Split('\n').Skip(1),
        ServerStates.Parse(await socket.AskAsync("show servers state", cancellationToken)));

    public async Task AddAsync(string backend, Server server, CancellationToken cancellationToken)
    {
        await RequireAsync($"add server {backend}/{server.Name} {server.Endpoint} {Options}", "New server registered.", cancellationToken);
        await CheckAsync(backend, server, cancellationToken);
    }

    public async Task CheckAsync(string backend, Server server, CancellationToken cancellationToken)
    {
        await RequireAsync($"enable health {backend}/{server.Name}", "", cancellationToken);
        await RequireAsync($"set server {backend}/{server.Name} state drain", "", cancellationToken);
    }

    public Task AdmitAsync(string backend, Server server, CancellationToken cancellationToken) =>
        RequireAsync($"set server {backend}/{server.Name} state ready", "", cancellationToken);

    public async Task<bool> RemoveAsync(string backend, RunningServer server, bool cut, CancellationToken cancellationToken)
    {
        // Not drain, where sessions would go on coming to a server that is about to end.
        if (server.Admission is not Admission.Maintenance) await RequireAsync($"set server {backend}/{server.Name} state maint", "", cancellationToken);
        if (cut) await RequireAsync($"shutdown sessions server {backend}/{server.Name}", "", cancellationToken);

        var answer = await socket.AskAsync($"del server {backend}/{server.Name}", cancellationToken);
        if (answer is "Server deleted.") return true;
        return answer.Contains("still has connections", StringComparison.Ordinal) ? false : throw Refused($"del server {backend}/{server.Name}", answer);
    }

    private async Task RequireAsync(string command, string expected, CancellationToken cancellationToken)
    {
        var answer = await socket.AskAsync(command, cancellationToken);
        if (answer != expected) throw Refused(command, answer);
    }

    private static AgentException Refused(string command, string answer) => new($"HAProxy refuses '{command}': {answer}");
}

namespace Dockerland.HaproxyAgent.Servers;

/// <summary>A server as HAProxy runs it.</summary>
/// <param name="Admission">Whether it may get requests, by order.</param>
/// <param name="IsDown">HAProxy's own check fails. In maintenance there is none.</param>
/// <param name="IsChecked">There is a check.</param>
/// <param name="HasPassed">The last check passed.</param>
internal sealed record RunningServer(Server Server, Admission Admission, bool IsDown, bool IsChecked, bool HasPassed)
{
    public string Name => Server.Name;
}

internal enum Admission
{
    Ready,

    /// <summary>Nothing new but for sessions that are there, and the check goes on: how one comes in.</summary>
    Drain,

    /// <summary>Nothing new, and no check: how one goes out, and how people hold one back.</summary>
    Maintenance,
}

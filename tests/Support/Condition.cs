using System.Diagnostics;

namespace Dockerland.Tests.Support;

/// <summary>Waiting for something to become true, instead of sleeping for luck.</summary>
public static class Condition
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the answer is yes; names what was waited for when the deadline passes.</summary>
    public static async Task WaitAsync(string what, TimeSpan deadline, Func<Task<bool>> isTrue)
    {
        var watch = Stopwatch.StartNew();
        while (!await isTrue())
        {
            if (watch.Elapsed > deadline) throw new TimeoutException($"Waited {deadline.TotalSeconds:0} s in vain until {what}.");
            await Task.Delay(Pause);
        }
    }
}

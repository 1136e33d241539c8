using System.Globalization;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>What Linux tells of a process and of the machine.</summary>
internal static class ProcessFiles
{
    /// <summary>Of all the threads that are still there; exact to the nanosecond, which the process's own sum isn't.</summary>
    public static TimeSpan CpuTime(int pid) => TimeSpan.FromMicroseconds(
        Directory.EnumerateDirectories($"/proc/{pid}/task").Sum(thread => long.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture)) / 1000.0);

    /// <summary>The most memory that was resident at once.</summary>
    public static long PeakBytes(int pid)
    {
        const string name = "VmHWM:";
        var line = File.ReadLines($"/proc/{pid}/status").Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line[name.Length..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);
    }

    /// <summary>How many threads wanted to run, in the mean of the last minute.</summary>
    public static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}

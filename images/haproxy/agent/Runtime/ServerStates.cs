using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>Reads what <c>show servers state</c> answers: a version, a line of columns, then a line per server.</summary>
internal static class ServerStates
{
    private const string Version = "1";

    // Bits of HAProxy's own.
    private const int AnyMaintenance = 0x01 | 0x02 | 0x04 | 0x20 | 0x40;
    private const int AnyDrain = 0x08 | 0x10;
    private const int CheckEnabled = 0x04;
    private const int Stopped = 0;
    private const int Passed = 3;

    /// <exception cref="AgentException">It isn't such an answer.</exception>
    public static ImmutableArray<(string Backend, RunningServer Server)> Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines is not [Version, ['#', .. var names], ..]) throw new AgentException($"HAProxy answers '{lines.FirstOrDefault()}' instead of its servers' states.");

        var columns = names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Index().ToDictionary(column => column.Item, column => column.Index);
        return [.. lines.Skip(2).Select(line => Read(columns, line))];
    }

    private static (string Backend, RunningServer Server) Read(Dictionary<string, int> columns, string line)
    {
        var fields = line.Split(' ');
        if (fields.Length < columns.Count || !IPAddress.TryParse(Text("srv_addr"), out var address))
            throw new AgentException($"HAProxy answers '{line}', which is no server's state.");

        var admin = Number("srv_admin_state");
        var admission = (admin & AnyMaintenance) is not 0 ? Admission.Maintenance : (admin & AnyDrain) is not 0 ? Admission.Drain : Admission.Ready;
        return (Text("be_name"), new(
            new(Text("srv_name"), address, Number("srv_port")),
            admission,
            IsDown: Number("srv_op_state") is Stopped,
            IsChecked: (Number("srv_check_state") & CheckEnabled) is not 0,
            HasPassed: Number("srv_check_result") is Passed));

        string Text(string column) => columns.TryGetValue(column, out var index) ? fields[index] : throw new AgentException($"HAProxy doesn't tell the {column} of servers; this is for version 2.6 and later.");

        int Number(string column) => int.TryParse(Text(column), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : throw new AgentException($"HAProxy says that the {column} of a server is '{Text(column)}'.");
    }
}

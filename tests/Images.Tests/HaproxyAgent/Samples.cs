using System.Collections.Immutable;
using System.Net;
using Dockerland.HaproxyAgent.Members;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.Tests.Images.HaproxyAgent;

internal static class Samples
{
    public static Member Backend(string name, string address, string status = "alive", string? tag = null, string? port = "3000", string? host = null)
    {
        var tags = ImmutableDictionary<string, string>.Empty.Add("role", "backend");
        if (tag is not null) tags = tags.Add("tag", tag);
        if (port is not null) tags = tags.Add("port", port);
        if (host is not null) tags = tags.Add("address", host);
        return new(name, $"{address}:7946", status, tags);
    }

    public static Server Server(string name, string address, int port = 3000) => new(name, IPAddress.Parse(address), port);

    public static RunningServer Running(Server server, Admission admission = Admission.Ready, bool isDown = false, bool isChecked = true, bool hasPassed = true) =>
        new(server, admission, isDown, isChecked, hasPassed);
}

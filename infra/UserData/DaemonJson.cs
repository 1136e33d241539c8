using System.Text.Json.Nodes;

namespace Dockerland.Infra.UserData;

/// <summary>Renders what the Docker daemon goes by. The metadata image adds labels to it.</summary>
internal static class DaemonJson
{
    public static string Render(HostSpec host)
    {
        var settings = new JsonObject
        {
            ["default-address-pools"] = new JsonArray(new JsonObject { ["base"] = host.ContainerNetworks, ["size"] = 24 }),
            // Containers outlive a restart of the daemon. In a Swarm Docker refuses that: the managers see to it there.
            ["live-restore"] = host.Swarm is null,
            ["userland-proxy"] = false,
        };
        if (host.LogGroup is { } group)
        {
            settings["log-driver"] = "awslogs";
            settings["log-opts"] = new JsonObject
            {
                ["awslogs-region"] = host.Region,
                ["awslogs-group"] = group,
                // Else a log service that doesn't answer keeps containers from starting, and from going on.
                ["mode"] = "non-blocking",
                ["max-buffer-size"] = "4m",
                ["tag"] = "{{.Name}}/{{.ID}}",
            };
        }
        else
        {
            settings["log-driver"] = "json-file";
            settings["log-opts"] = new JsonObject { ["max-file"] = "3", ["max-size"] = "10m" };
        }

        return JsonText.Render(settings);
    }
}

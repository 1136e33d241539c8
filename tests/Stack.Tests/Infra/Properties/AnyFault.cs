using System.Text.Json.Nodes;
using Dockerland.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Any right configuration, with settings in it that each are of their kind and together, or where they are, make no sense.</summary>
internal static class AnyFault
{
    private static readonly JsonObject Nginx = new() { ["image"] = "nginx:1.27" };

    /// <summary>What is done to a stack and one of its fleets, and the key that is then named; null where it can't be done.</summary>
    private static readonly Dictionary<string, Func<JsonObject, JsonObject, string?>> OfFleet = new()
    {
        ["more hosts at least than at most"] = (_, fleet) => Set(fleet, "min", (int)fleet["max"]! + 1),
        ["more hosts wanted than there may be"] = (_, fleet) => Set(fleet, "desired", (int)fleet["max"]! + 1),
        ["healthy shares too far apart"] = (_, fleet) => (int)fleet["max"]! is 1 ? null : Set(fleet, "replacement", Of(("minHealthy", 0), ("maxHealthy", 150)), "maxHealthy"),
        ["the only host lost"] = (_, fleet) =>
        {
            (fleet["min"], fleet["max"]) = (1, 1);
            fleet.Remove("desired");
            fleet.Remove("schedules");
            return Set(fleet, "replacement", Of(("minHealthy", 99)), "minHealthy");
        },
        ["more operations than the volume has"] = (_, fleet) => Set(fleet, "volume", Of(("size", 8), ("iops", 16_000)), "iops"),
        ["a pool of spot hosts"] = (_, fleet) =>
        {
            fleet.Remove("hooks");
            fleet["spot"] = Of(("share", 50));
            return Set(fleet, "warmPool", new JsonObject());
        },
        ["a pool that stops what is half done"] = (_, fleet) =>
        {
            fleet.Remove("spot");
            fleet["warmPool"] = new JsonObject();
            return Set(fleet, "hooks", Of(("launchSeconds", 120)), "launchSeconds");
        },
        ["a step up and down"] = (_, fleet) => Set(fleet, "steps", Of(("busy", new JsonObject { ["above"] = 80, ["below"] = 20, ["changes"] = Of(("0", 1)) })), "busy.above"),
        ["a schedule of too many"] = (_, fleet) => Set(fleet, "schedules", Of(("rush", new JsonObject { ["cron"] = "0 1 * * *", ["desired"] = 50 })), "rush.desired"),
        ["a schedule of nothing"] = (_, fleet) => Set(fleet, "schedules", Of(("night", new JsonObject { ["cron"] = "0 1 * * *" })), "night.desired,"),
        ["types of another architecture"] = (stack, fleet) => Set(fleet, "instanceTypes", new JsonArray((string?)stack["dockerland:architecture"] is "arm64" ? "t3.micro" : "t4g.micro")) + "[0]",
        ["a domain in nobody's zone"] = (_, fleet) => Set(fleet, "domain", "www.example.org"),
        ["two tags for one variable"] = (stack, fleet) => Set(fleet, "tags", Of(($"{Prefix(stack)}db.host", "a"), ($"{Prefix(stack)}db_host", "b"))) + $"[\"{Prefix(stack)}db_host\"]",
        ["a tag for the runner's path"] = (stack, fleet) => Set(fleet, "tags", Of(($"{Prefix(stack)}path", "/opt"))) + $"[\"{Prefix(stack)}path\"]",
        ["a tag that a setting gives"] = (_, fleet) => Set(fleet, "tags", Of(("docker.role", "web"))) + "[\"docker.role\"]",
        ["more tags than a host can have"] = (_, fleet) => Set(fleet, "tags", new JsonObject(Enumerable.Range(0, 48).Select(number => KeyValuePair.Create($"docker.t{number}", (JsonNode?)"x")))),
        ["one port for two"] = (_, fleet) => Set(fleet, "containers", Of(("one", Image("ports", new JsonArray("80:8080"))), ("two", Image("ports", new JsonArray("80:8081")))), "two.ports"),
        ["the port of SSH"] = (_, fleet) => Set(fleet, "containers", Of(("git", Image("ports", new JsonArray("22:22")))), "git.ports"),
        ["a unit's place"] = (_, fleet) => Set(fleet, "containers", Of(("docker", Nginx.DeepClone())), "docker"),
        ["an image twice"] = (_, fleet) => Set(fleet, "containers", Of(("app", Image("build", "webapp"))), "app.image"),
        ["moved ports on the host's network"] = (_, fleet) => Set(fleet, "containers", Of(("app", new JsonObject { ["image"] = "nginx:1.27", ["network"] = "host", ["ports"] = new JsonArray("80:8080") })), "app.ports"),
        ["a backend without a port"] = (_, fleet) => Set(fleet, "containers", Of(("app", Image("backend", true))), "app.backend"),
        ["a variable with two sources"] = (_, fleet) => (string?)fleet["system"] is "rancheros"
            ? null
            : Set(fleet, "containers", Of(("app", new JsonObject { ["image"] = "nginx:1.27", ["environment"] = Of(("KEY", "x")), ["secrets"] = Of(("KEY", "/key")) })), "app.secrets.KEY"),
        ["a Swarm that isn't there"] = (stack, fleet) =>
        {
            if (stack.ContainsKey("dockerland:swarm") || (string?)fleet["system"] is "rancheros") return null;
            stack["dockerland:gossipPort"] = 7947;
            return Set(fleet, "swarm", "worker");
        },
    };

    private static readonly Dictionary<string, Func<JsonObject, string?>> OfStack = new()
    {
        ["a record in nobody's zone"] = stack => Record(stack, "www.example.org") + ".name",
        ["the same record twice"] = stack =>
        {
            Record(stack, "two.dev.example.com");
            return Record(stack, "two.dev.example.com") + ".name";
        },
        ["two steps of one name"] = stack =>
        {
            var step = new JsonObject { ["above"] = 80, ["changes"] = Of(("0", 1)) };
            var fleets = stack["dockerland:fleets"]!.AsObject();
            fleets["twin"] = new JsonObject { ["steps"] = Of(("up-fast", step.DeepClone())) };
            fleets["twin-up"] = new JsonObject { ["steps"] = Of(("fast", step)) };
            return "dockerland:fleets.twin-up.steps.fast";
        },
        ["everybody as administrator"] = stack => Key(stack, "sshCidrs", new JsonArray("0.0.0.0/0")) + "[0]",
        ["a zone that is protected and destroyed by force"] = stack =>
        {
            stack["dockerland:protect"] = true;
            return Key(stack, "forceDestroy", true);
        },
        ["a default tag that hosts can't carry"] = stack => DefaultTag(stack, "cost,center", "x") + ".cost,center",
        ["a default tag that is the stack's own"] = stack => DefaultTag(stack, "docker.role", "x") + "[\"docker.role\"]",
        ["a default tag that roles can't carry"] = stack => DefaultTag(stack, "owner", "R&D") + ".owner",
    };

    public static IEnumerable<string> Names => [.. OfFleet.Keys, .. OfStack.Keys];

    public static Arbitrary<Broken> Of(string fault) => Arb.From(
        (from configuration in AnyStack.Arbitrary.Generator
         let root = configuration.Parse()
         from fleet in Gen.Elements(root["dockerland:fleets"]!.AsObject().Select(fleet => fleet.Key).ToArray())
         select Break(fault, root, fleet)).Where(broken => broken is not null).Select(broken => broken!));

    private static Broken? Break(string fault, JsonObject root, string fleet)
    {
        var key = OfStack.TryGetValue(fault, out var ofStack)
            ? ofStack(root)
            : OfFleet[fault](root, root["dockerland:fleets"]![fleet]!.AsObject()) is { } inFleet ? $"dockerland:fleets.{fleet}.{inFleet}" : null;
        return key is null ? null : new(new(root.ToJsonString()), key);
    }

    private static string Prefix(JsonObject stack) => (string?)stack["dockerland:variablePrefix"] ?? TagKeys.VariablePrefix;

    private static string Set(JsonObject fleet, string key, JsonNode value, string below = "")
    {
        fleet[key] = value;
        return below is "" ? key : $"{key}.{below}";
    }

    private static string Key(JsonObject stack, string key, JsonNode value)
    {
        stack[$"dockerland:{key}"] = value;
        return $"dockerland:{key}";
    }

    private static string Record(JsonObject stack, string name)
    {
        var records = stack["dockerland:records"]?.AsArray() ?? [];
        stack["dockerland:records"] = records;
        records.Add(new JsonObject { ["name"] = name, ["type"] = "A", ["values"] = new JsonArray("192.0.2.1") });
        return $"dockerland:records[{records.Count - 1}]";
    }

    private static string DefaultTag(JsonObject stack, string key, string value)
    {
        stack["aws:defaultTags"] = Of(("tags", Of((key, value))));
        return "aws:defaultTags.tags";
    }

    private static JsonObject Image(string key, JsonNode value)
    {
        var image = Nginx.DeepClone().AsObject();
        image[key] = value;
        return image;
    }

    private static JsonObject Of(params ReadOnlySpan<(string Key, JsonNode? Value)> entries)
    {
        var map = new JsonObject();
        foreach (var (key, value) in entries) map[key] = value;
        return map;
    }
}

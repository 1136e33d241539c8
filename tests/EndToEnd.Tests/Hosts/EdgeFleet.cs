using Dockerland.Cli;
using Dockerland.Cli.Boot;
using Dockerland.Cli.Planning;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>A fleet of two, each with a balancer that serves a container by its name and keeps records of it.</summary>
internal static class EdgeFleet
{
    public const string Name = "edge";
    public const string Zone = "dev.example.com";

    // The balancer's container trusts AWS's own certificates alone, and the stand-in has none of these.
    private const string Fleets = """
        {
          "edge": {
            "role": "balancer", "instanceTypes": ["t3.micro"], "min": 2, "max": 2, "hooks": { "terminateSeconds": 30 },
            "containers": {
              "haproxy": { "build": "haproxy", "ports": ["80:80"], "callsAws": true, "environment": { "AWS_ENDPOINT_URL": "http://169.254.169.254" } },
              "login": { "build": "webapp", "domain": "login", "ports": ["3000:3000"] }
            }
          }
        }
        """;

    public static async Task<HostPlan> ReadAsync()
    {
        var repository = new Repository(Tests.Support.Repository.Root);
        var dev = StackFiles.Read(repository, "dev");
        var configuration = dev with { Values = dev.Values.SetItem("dockerland:fleets", Fleets) };
        var inputs = PlanVerb.ReadInputs(repository, configuration);
        return HostPlan.Read(await PlanVerb.EvaluateAsync(repository, configuration, inputs, HostPlan.Values), Name, inputs);
    }
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dockerland.Cli.Planning;

namespace Dockerland.Tests.Stack.Cli.Planning;

public sealed class PlanJsonTests
{
    private static readonly ImmutableSortedDictionary<string, JsonNode?> None = ImmutableSortedDictionary<string, JsonNode?>.Empty;

    private static readonly Plan Sample = new(
        "shop",
        "dev",
        [new("urn:b", "urn:a", 1, "aws:ec2/vpc:Vpc", "web", true, None.Add("cidrBlock", "<x> \"ü\""), None.Add("import", "vpc-1"))],
        None.Add("address", "<web.ip>"));

    [Fact]
    public void The_Form_Is_Stable() =>
        Assert.Equal(
            """
            {
              "project": "shop",
              "stack": "dev",
              "resources": [
                {
                  "urn": "urn:b",
                  "parent": "urn:a",
                  "type": "aws:ec2/vpc:Vpc",
                  "name": "web",
                  "custom": true,
                  "options": {
                    "import": "vpc-1"
                  },
                  "inputs": {
                    "cidrBlock": "<x> \"ü\""
                  }
                }
              ],
              "outputs": {
                "address": "<web.ip>"
              }
            }

            """,
            PlanJson.Render(Sample));

    [Fact]
    public void Rendering_Twice_Gives_The_Same() => Assert.Equal(PlanJson.Render(Sample), PlanJson.Render(Sample));
}

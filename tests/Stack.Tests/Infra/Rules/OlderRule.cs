using Pulumi;

namespace Dockerland.Tests.Infra.Rules;

/// <summary>A rule for anybody, called x, of the kind that the stack has no use for and others may.</summary>
internal sealed class OlderRule(string type, int port, string protocol = "tcp") : CustomResource("aws:ec2/securityGroupRule:SecurityGroupRule", "x", new Args(type, port, protocol), options: null)
{
    private sealed class Args(string type, int port, string protocol) : ResourceArgs
    {
        [Input("type")] public Input<string> Type { get; } = type;

        [Input("protocol")] public Input<string> Protocol { get; } = protocol;

        [Input("fromPort")] public Input<int> FromPort { get; } = port;

        [Input("toPort")] public Input<int> ToPort { get; } = port;

        [Input("cidrBlocks")] public InputList<string> CidrBlocks { get; } = ["0.0.0.0/0"];
    }
}

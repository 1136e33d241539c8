using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class EmbeddedScriptTests
{
    [Theory]
    [InlineData(HostPaths.Runner)]
    [InlineData(HostPaths.Secrets)]
    [InlineData(HostPaths.Setup)]
    public void A_Script_Is_Its_Commands_And_Says_Where_They_Are_Explained(string path)
    {
        var lines = EmbeddedScript.Read(path).Split('\n');

        Assert.Equal(["#!/bin/sh", $"# With comments: infra/UserData/Scripts/{path.Split('/')[^1]}", "set -eu"], lines[..3]);
        Assert.DoesNotContain(lines[2..^1], line => line is "" || line.TrimStart().StartsWith('#'));
        Assert.Equal("", lines[^1]);
    }
}

using Pulumi;
using Pulumi.Command.Local;

namespace Dockerland.Infra;

/// <summary>Puts an image's agent beside what Docker builds the image of, and publishes it first where that wasn't done.</summary>
internal static class AgentProgram
{
    /// <returns>The context, once all is in it.</returns>
    public static Input<string> PutInto(ImageSource image) => image.Agent is { } agent
        ? Run.Invoke(new RunInvokeArgs { Dir = "..", Command = $"{UpdaterPackage.PublishCommand(agent)} && {PlaceCommand(agent, image)}" }).Apply(_ => image.Context)
        : image.Context;

    /// <summary>For a shell in the repository, once the agent is published.</summary>
    // Modes are part of an image, and a copy's would follow its owner's umask. Docker may be reading the folder for somebody else: what
    // is there is right, and what isn't comes whole.
    public static string PlaceCommand(PackageSource agent, ImageSource image) =>
        $"mkdir -p {image.AgentFolder} && chmod 755 {image.AgentFolder} && if [ ! -e {image.AgentFolder}/{agent.Program} ]; then "
        + $"cp {agent.Archive} {image.HalfAgent}.$$ && chmod 755 {image.HalfAgent}.$$ && mv -f {image.HalfAgent}.$$ {image.AgentFolder}/{agent.Program}; fi";
}

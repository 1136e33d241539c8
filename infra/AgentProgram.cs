using Pulumi;
using Pulumi.Command.Local;

namespace Dockerland.Infra;

/// <summary>Puts an image's agent beside what Docker builds the image of, and publishes it first where that wasn't done.</summary>
internal static class AgentProgram
{
    /// <returns>The context, once all is in it.</returns>
    public static Input<string> PutInto(ImageSource image) => image.Agent is { } agent
        ? Run.Invoke(new RunInvokeArgs { Dir = "..", Command = CommandFor(agent, image.AgentFolder) }).Apply(_ => image.Context)
        : image.Context;

    // Modes are part of an image, and a copy's would follow its owner's umask.
    private static string CommandFor(PackageSource agent, string folder) =>
        $"{UpdaterPackage.PublishCommand(agent)} && mkdir -p {folder} && cp {agent.Archive} {folder} && chmod 755 {folder} {folder}/{agent.Program}";
}

using System.Text.Json;
using Dockerland.Tests.EndToEnd.Clouds;
using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Images;

/// <summary>Dev in moto, whose webapp is changed and brought back.</summary>
public sealed class RollbackRuns : IAsyncLifetime
{
    // All that a deployment asks of Docker. What is pushed goes to moto's ECR, which keeps to immutable tags; as with Docker, no build is like another.
    private const string Docker = """
        #!/usr/bin/env python3
        import boto3, json, sys, uuid
        if sys.argv[1] == "push":
            repository, tag = sys.argv[2].split("/", 1)[1].rsplit(":", 1)
            manifest = {"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "config": {"digest": str(uuid.uuid4())}}
            boto3.client("ecr").put_image(repositoryName=repository, imageTag=tag, imageManifest=json.dumps(manifest))
        if sys.argv[1] == "image":
            print("sha256:" + "0" * 64)
        """;

    private const string Look = """result = boto3.client("ecr").list_images(repositoryName="dockerland-dev/webapp")["imageIds"]""";

    // Nothing else of the stack has to follow.
    private static readonly string[] Webapp = ["--target", "**::webapp"];

    public static bool CanRun => Prerequisite.HasEngine && Prerequisite.HasPrograms(Moto.Programs);

    public PulumiRun Up { get; private set; } = null!;
    public PulumiRun Again { get; private set; } = null!;
    public PulumiRun Change { get; private set; } = null!;

    /// <summary>The preview of <see cref="Back"/>.</summary>
    public PulumiRun Preview { get; private set; } = null!;

    public PulumiRun Back { get; private set; } = null!;
    public PulumiRun BackAgain { get; private set; } = null!;

    /// <summary>The tags in ECR after <see cref="Change"/>.</summary>
    public string[] Pushed { get; private set; } = [];

    /// <summary>The tags in ECR in the end.</summary>
    public string[] Left { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (!CanRun) return;
        using var programs = new TempFolder();
        await File.WriteAllTextAsync(programs.File("docker"), Docker);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(programs.File("docker"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var moto = await Moto.StartAsync();
        using var workspace = await InfraProgram.WorkspaceAsync("dev");
        foreach (var (name, value) in moto.Environment) workspace.Environment[name] = value;
        workspace.Environment["STANDIN_DOCKER"] = null;
        workspace.Environment["STANDIN_SIMULATE"] = MotoRuns.Gaps;
        workspace.Environment["PATH"] = $"{programs.Path}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        await workspace.SetAsync("aws:region", "us-east-1");
        var source = Path.Combine(workspace.Folder, "images/webapp/app/server.js");
        var text = await File.ReadAllTextAsync(source);

        Up = await workspace.UpAsync();
        Again = await workspace.UpAsync(Webapp);
        await File.WriteAllTextAsync(source, $"{text}\n// changed\n");
        Change = await workspace.UpAsync(Webapp);
        Pushed = Tags(await moto.Boto3Async(Look));
        await File.WriteAllTextAsync(source, text);
        Preview = await workspace.PreviewAsync(Webapp);
        Back = await workspace.UpAsync(Webapp);
        BackAgain = await workspace.UpAsync(Webapp);
        Left = Tags(await moto.Boto3Async(Look));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static string[] Tags(JsonElement images) => [.. images.EnumerateArray().Select(image => image.GetProperty("imageTag").GetString()!).Order(StringComparer.Ordinal)];
}

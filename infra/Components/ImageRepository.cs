using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ecr;
using Pulumi.Aws.Ecr.Inputs;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;

namespace Dockerland.Infra.Components;

/// <summary>One image of ours, built from its sources and pushed to where the hosts pull it.</summary>
public sealed class ImageRepository : ComponentResource
{
    // ECR can't know which images hosts run. They are safe among the newest: an image is pushed only by a deployment, which puts
    // it to use, so one in use that is older than fifty others was rolled back to over fifty versions.
    private const string KeepNewest = """
        {"rules":[{"rulePriority":1,"description":"Keep the newest 50","selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":50},"action":{"type":"expire"}}]}
        """;

    public ImageRepository(string name, ImageRepositoryArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:ImageRepository", name, options)
    {
        var registry = args.Registry;
        Server = registry is null ? args.Account.Apply(EcrServer) : Output.Create(registry.Server);

        // From its parts, since a repository's own address is unknown until it is there, and user-data holds this one.
        var tag = args.Source.Tag(args.BaseImage, args.Platform);
        var address = Server.Apply(server => $"{server}/{args.RepositoryName}:{tag}");
        var image = new Image(name, new()
        {
            ImageName = address,
            Build = new DockerBuildArgs
            {
                Context = AgentProgram.PutInto(args.Source),
                Dockerfile = $"{args.Source.Context}/Dockerfile",
                Platform = args.Platform,
                Args = { { "BASE", args.BaseImage } },
            },
            Registry = registry is null ? EcrLogin() : Login(registry),
            // What goes back to an earlier tag finds it there, and ECR takes none twice.
            SkipPush = registry is null ? PushedImage.Exists(args.RepositoryName, tag, this) : false,
        }, registry is null ? InEcr(CreateRepository(name, args)) : new() { Parent = this });

        // Whatever takes the address waits for the image, and yet knows it beforehand.
        Address = Output.Tuple(address, image.Urn).Apply(known => known.Item1);
        RegisterOutputs();
    }

    [Output("server")] public Output<string> Server { get; private set; }
    [Output("address")] public Output<string> Address { get; private set; }

    /// <summary>The ECR repositories that hosts need leave to pull from; none with another registry.</summary>
    public ImmutableArray<Output<string>> RepositoryArns { get; private set; } = [];

    // Whether to push is decided anew with each change, and only then: the engine ignores it in what stays, and asks for it in a replacement.
    // Replaced, an image isn't taken out of the registry.
    private CustomResourceOptions InEcr(Repository repository) => new() { Parent = this, DependsOn = repository, IgnoreChanges = ["skipPush"], ReplaceOnChanges = ["*"] };

    private Repository CreateRepository(string name, ImageRepositoryArgs args)
    {
        var repository = new Repository(name, new()
        {
            Name = args.RepositoryName,
            // A tag is the hash of what was built: it never means anything else.
            ImageTagMutability = "IMMUTABLE",
            ImageScanningConfiguration = new RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
            ForceDelete = args.ForceDelete,
        }, new() { Parent = this, Protect = args.Protect ? true : null });
        _ = new LifecyclePolicy(name, new() { Repository = repository.Name, Policy = KeepNewest }, new() { Parent = this });
        RepositoryArns = [repository.Arn];
        return repository;
    }

    private static string EcrServer(AwsAccount account) => $"{account.Id}.dkr.ecr.{account.Region}.{account.DnsSuffix}";

    private RegistryArgs EcrLogin()
    {
        var token = GetAuthorizationToken.Invoke(options: new InvokeOptions { Parent = this });
        return new()
        {
            Server = Server,
            Username = token.Apply(result => result.UserName),
            Password = Output.CreateSecret(token.Apply(result => result.Password)),
        };
    }

    // Without a password, whoever runs the program has logged in to the registry.
    private static RegistryArgs? Login(ImageRegistry registry) =>
        registry.Password is { } password ? new() { Server = registry.Server, Username = registry.User, Password = password } : null;
}

/// <summary>A registry other than the account's own.</summary>
public sealed record ImageRegistry(string Server, string User, Output<string>? Password);

/// <summary>What an <see cref="ImageRepository"/> is made of.</summary>
public sealed record ImageRepositoryArgs
{
    public required ImageSource Source { get; init; }

    /// <summary>The repository's name in the registry, such as <c>dockerland-dev/webapp</c>.</summary>
    public required string RepositoryName { get; init; }

    public required string BaseImage { get; init; }

    /// <summary>What the hosts are, such as <c>linux/amd64</c>.</summary>
    public required string Platform { get; init; }

    public required Output<AwsAccount> Account { get; init; }

    /// <summary>Where the image goes; null for ECR in the stack's account.</summary>
    public ImageRegistry? Registry { get; init; }

    /// <summary>Whether the repository goes although there are images in it.</summary>
    public bool ForceDelete { get; init; }

    /// <summary>Whether the repository can't be destroyed.</summary>
    public bool Protect { get; init; }
}

using Pulumi;
using Pulumi.Aws.Ecr;

namespace Dockerland.Infra;

/// <summary>What ECR has of an image before a deployment.</summary>
internal static class PushedImage
{
    // The codes of ECR, and what the AWS provider says in their place since its version 5.
    private static readonly string[] NotThere = ["ImageNotFoundException", "RepositoryNotFoundException", "couldn't find resource"];

    /// <summary>Whether a tag is in a repository. Known in a preview too; false while there is no such repository.</summary>
    /// <param name="reader">Whose provider asks.</param>
    public static Output<bool> Exists(string repository, string tag, Resource reader) => Output.Create(ExistsAsync(repository, tag, reader));

    private static async Task<bool> ExistsAsync(string repository, string tag, Resource reader)
    {
        try
        {
            var image = await GetImage.InvokeAsync(new() { RepositoryName = repository, ImageTag = tag }, new() { Parent = reader });
            return image.ImageTags.Contains(tag);
        }
        // The provider has no other way to say that there is none. Its errors have no type, and a new image can do without the answer.
        catch (Exception error)
        {
            if (Warning($"{repository}:{tag}", error.Message) is { } warning) Log.Warn(warning, reader);
            return false;
        }
    }

    /// <summary>What to say of an error; null for one that is an answer.</summary>
    internal static string? Warning(string image, string error) => NotThere.Any(reason => error.Contains(reason, StringComparison.Ordinal))
        ? null
        : $"Whether ECR has '{image}' can't be looked up, so it is pushed, which fails if it has: {error}";
}

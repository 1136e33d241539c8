namespace Pulumi;

/// <summary>A file or a set of files that the engine hands to a provider.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string signature, string propertyName, object value) =>
        (Signature, PropertyName, Value) = (signature, propertyName, value);

    internal string Signature { get; }

    internal string PropertyName { get; }

    internal object Value { get; }
}

/// <summary>One file's content.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string propertyName, string value)
        : base(Serialization.Constants.AssetSignature, propertyName, value)
    {
    }
}

/// <param name="path">relative to the program's folder</param>
public sealed class FileAsset(string path) : Asset(Serialization.Constants.PathProperty, path);

public sealed class StringAsset(string text) : Asset(Serialization.Constants.TextProperty, text);

public sealed class RemoteAsset(string uri) : Asset(Serialization.Constants.UriProperty, uri);

/// <summary>A set of files.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string propertyName, object value)
        : base(Serialization.Constants.ArchiveSignature, propertyName, value)
    {
    }
}

/// <param name="path">a folder or a .zip, .tar or .tar.gz file, relative to the program's folder</param>
public sealed class FileArchive(string path) : Archive(Serialization.Constants.PathProperty, path);

public sealed class RemoteArchive(string uri) : Archive(Serialization.Constants.UriProperty, uri);

/// <param name="assets">name in the archive to content</param>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets)
    : Archive(Serialization.Constants.AssetsProperty, new Dictionary<string, AssetOrArchive>(assets));

/// <summary>Stands where a provider sent something else than an asset; using it fails.</summary>
internal sealed class InvalidAsset() : Asset("", "");

/// <summary>Stands where a provider sent something else than an archive; using it fails.</summary>
internal sealed class InvalidArchive() : Archive("", "");

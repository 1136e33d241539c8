using Google.Protobuf;

namespace Pulumi;

/// <summary>A package that a plugin makes from parameters, as the engine is told of it.</summary>
public sealed class RegisterPackageRequest(
    string name,
    string version,
    string? downloadUrl,
    Dictionary<string, byte[]>? checksums = null,
    RegisterPackageRequest.PackageParameterization? parameterization = null,
    RegisterPackageRequest.PackageParameterization? extension = null)
{
    public RegisterPackageRequest(
        string name,
        string version,
        string? downloadUrl,
        Dictionary<string, byte[]>? checksums,
        PackageParameterization? parameterization)
        : this(name, version, downloadUrl, checksums, parameterization, extension: null)
    {
    }

    public string Name { get; } = name;

    public string Version { get; } = version;

    public string DownloadUrl { get; } = downloadUrl ?? "";

    public Dictionary<string, byte[]> Checksums { get; } = checksums ?? [];

    public PackageParameterization? Parameterization { get; } = parameterization;

    public PackageParameterization? Extension { get; } = extension;

    internal Rpc.RegisterPackageRequest ToWire()
    {
        var request = new Rpc.RegisterPackageRequest
        {
            Name = Name,
            Version = Version,
            DownloadUrl = DownloadUrl,
            Parameterization = Parameterization?.ToWire(),
            Extension = Extension?.ToWire(),
        };
        foreach (var (platform, checksum) in Checksums)
        {
            request.Checksums[platform] = ByteString.CopyFrom(checksum);
        }

        return request;
    }

    /// <summary>The parameters that make the package.</summary>
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        public string Name { get; } = name;

        public string Version { get; } = version;

        public byte[] Value { get; } = value;

        internal Rpc.Parameterization ToWire() => new() { Name = Name, Version = Version, Value = ByteString.CopyFrom(Value) };
    }
}

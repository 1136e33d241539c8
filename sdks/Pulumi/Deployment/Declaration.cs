namespace Pulumi;

/// <summary>A resource as its constructor hands it to the deployment.</summary>
/// <param name="Custom">whether a provider keeps it, and not the program</param>
/// <param name="Remote">whether it is a component that a provider makes</param>
/// <param name="Package">the parameterized package that its type comes from</param>
internal sealed record Declaration(
    Resource Resource, bool Custom, bool Remote, ResourceArgs Args, ResourceOptions Options, RegisterPackageRequest? Package);

namespace Dockerland.Infra.Policies;

/// <summary>Whom a resource's own policy is about.</summary>
/// <param name="Kind">The key in the document: <c>Service</c> or <c>AWS</c>.</param>
public sealed record Principal(string Kind, string Value)
{
    /// <summary>
    /// Everybody, to be narrowed by a <see cref="Condition"/>: for roles that may not be there yet, since AWS refuses a policy
    /// that names such a one as its principal.
    /// </summary>
    public static Principal Anyone { get; } = new("AWS", "*");

    /// <summary>A service of AWS, such as <c>events.amazonaws.com</c>.</summary>
    public static Principal Service(string name) => new("Service", name);

    /// <summary>Whoever in the account is allowed it by a policy of his own.</summary>
    public static Principal Account(AwsAccount account) => new("AWS", account.IamArn("root"));
}

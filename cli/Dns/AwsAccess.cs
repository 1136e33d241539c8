using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace Dockerland.Cli.Dns;

/// <summary>With whose credentials AWS is asked, and where. Both are found before anything is asked.</summary>
internal sealed record AwsAccess(AWSCredentials Credentials, RegionEndpoint Region)
{
    private const string Handing = "eval \"$(aws configure export-credentials --format env)\"";

    /// <summary>A client's configuration. An endpoint of one's own has no region in its name, so it is said.</summary>
    public T Config<T>() where T : ClientConfig, new() => new() { RegionEndpoint = Region, AuthenticationRegion = Region.SystemName };

    /// <param name="roles">To be taken with these credentials, one after another.</param>
    public static async Task<AwsAccess> FindAsync(string? profile, string? region, IEnumerable<JsonElement> roles, CancellationToken cancellationToken)
    {
        var access = await FindAsync(profile, region);
        foreach (var role in roles) access = access with { Credentials = await AssumedRole.TakeAsync(role, access, cancellationToken) };
        return access;
    }

    private static async Task<AwsAccess> FindAsync(string? profile, string? region)
    {
        var place = region is null
            ? FallbackRegionFactory.GetRegionEndpoint() ?? throw new CliException("No AWS region is known. Set aws:region in the stack's file or AWS_REGION, or say --region REGION.")
            : RegionEndpoint.GetBySystemName(region);
        try
        {
            var credentials = profile is null ? DefaultAWSCredentialsIdentityResolver.GetCredentials() : OfProfile(profile);
            _ = await credentials.GetCredentialsAsync();
            return new(credentials, place);
        }
        catch (Exception error) when (error is not (CliException or OperationCanceledException))
        {
            throw new CliException(Problem(error.Message, profile is null ? "" : $" in the profile '{profile}'"), error);
        }
    }

    // Those of a role or of SSO need packages that this program does without.
    private static string Problem(string message, string place) => message.Contains("Assembly AWSSDK.", StringComparison.Ordinal)
        ? $"The AWS credentials{place} are those of a role or of SSO, which have to be handed over first: {Handing}"
        : $"There are no AWS credentials{place}: {message.Split('.')[0]}. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run 'aws configure'.";

    private static AWSCredentials OfProfile(string profile)
    {
        var profiles = new CredentialProfileStoreChain();
        if (profiles.TryGetAWSCredentials(profile, out var credentials)) return credentials;
        var known = profiles.ListProfiles().Select(one => one.Name).ToArray();
        throw new CliException(
            $"There is no AWS profile '{profile}' with credentials. {(Typo.Guess(profile, known.Except([profile])) is { } guess ? $"Did you mean '{guess}'?" : known is [] ? "There is none at all; 'aws configure' makes one." : $"There are: {string.Join(", ", known)}.")}");
    }
}

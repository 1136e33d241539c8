using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dockerland.Infra.Policies;
using Dockerland.Infra.UserData;
using Dockerland.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>What holds of every stack, whatever its settings are.</summary>
public sealed partial class StackPropertyTests
{
    private static readonly ConcurrentDictionary<Configuration, Cloud> Clouds = new();

    [Fact]
    public void No_Two_Resources_Have_The_Same_Urn() => PropertyCheck.Hold(AnyStack.Arbitrary, configuration =>
    {
        var urns = Urns(First(configuration));
        return urns.Length > 0 && urns.Distinct().Count() == urns.Length;
    });

    [Fact]
    public void Hosts_Have_Tags_That_The_Metadata_Service_Takes() => PropertyCheck.Hold(AnyStack.Arbitrary, configuration =>
    {
        var tags = First(configuration).Requests.Where(request => request.Type == "aws:autoscaling/group:Group").Select(group => Parse(group.Inputs["tags"]).EnumerateArray().ToArray());
        return tags.All(group => group.Length <= 50 && group.All(tag => TagKey().IsMatch(tag.GetProperty("key").GetString()!) && tag.GetProperty("value").GetString()!.Length <= 256));
    });

    [Fact]
    public void What_The_Template_Makes_Has_Tags_That_Ec2_Takes() => PropertyCheck.Hold(AnyStack.Arbitrary, configuration =>
    {
        var made = First(configuration).Requests
            .Where(request => request.Type == "aws:ec2/launchTemplate:LaunchTemplate")
            .SelectMany(template => Parse(template.Inputs["tagSpecifications"]).EnumerateArray())
            .Select(specification => specification.GetProperty("tags").EnumerateObject().ToArray())
            .ToArray();
        return made.Length > 0 && made.All(tags => tags.Length <= 50 && tags.All(tag => RoleTag().IsMatch(tag.Name) && TagKey().IsMatch(tag.Name) && tag.Name.Length <= 128 && !tag.Name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
            && tag.Value.GetString()!.Length <= 256 && RoleTag().IsMatch(tag.Value.GetString()!)));
    });

    [Fact]
    public void User_Data_Is_As_Long_As_Ec2_Takes_It() => PropertyCheck.Hold(AnyStack.Arbitrary, configuration =>
        First(configuration).Requests
            .Where(request => request.Type == "aws:ec2/launchTemplate:LaunchTemplate")
            .All(template => Convert.FromBase64String((string)template.Inputs["userData"]).Length is > 0 and <= HostUserData.MaxBytes));

    [Fact]
    public void What_Ec2_Does_Not_Take_Names_The_Fleet() => PropertyCheck.Hold(AnyStack.WithLongText, configuration =>
    {
        try
        {
            return configuration.Run().Requests.Count > 0;
        }
        catch (RunException error)
        {
            return error.Message.Contains("User-data of fleet 'web' (dockerland:fleets.web) is ", StringComparison.Ordinal) && error.Message.Contains($"at most {HostUserData.MaxBytes}", StringComparison.Ordinal);
        }
    });

    [Fact]
    public void No_Role_May_Do_Anything_To_Everything() => PropertyCheck.Hold(AnyStack.Arbitrary, configuration =>
        PolicySearch.Documents(First(configuration).Requests, PolicySearch.Permissions)
            .SelectMany(document => JsonDocument.Parse(document).RootElement.GetProperty("Statement").EnumerateArray())
            .All(IsNarrow));

    [Fact]
    public void The_Same_Settings_Give_The_Same_Stack() => PropertyCheck.Hold(AnyStack.Arbitrary, configuration =>
        Describe(First(configuration)) == Describe(configuration.Run()));

    [Fact]
    public void Names_Do_Not_Go_By_The_Order_Of_Settings() => PropertyCheck.Hold(AnyStack.Arbitrary, configuration =>
        Describe(First(configuration)) == Describe(Shuffled.Of(configuration).Run()));

    // Most properties are tried on the same configurations.
    private static Cloud First(Configuration configuration) => Clouds.GetOrAdd(configuration, one => one.Run());

    private static string[] Urns(Cloud cloud) =>
        [.. cloud.Resources.Select(resource => OutputUtilities.GetValueAsync(resource.Urn).GetAwaiter().GetResult()).Order(StringComparer.Ordinal)];

    private static string Describe(Cloud cloud) =>
        string.Join('\n', cloud.Requests.Select(request => $"{request.Type} {request.Name} {Cloud.Json(request.Inputs)}").Order(StringComparer.Ordinal));

    private static bool IsNarrow(JsonElement statement)
    {
        var actions = Texts(statement.GetProperty("Action"));
        return !actions.Any(action => action.Contains('*', StringComparison.Ordinal))
            && (!Texts(statement.GetProperty("Resource")).Contains("*") || actions.All(UnscopedActions.Sources.ContainsKey));
    }

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private static JsonElement Parse(object value) => JsonElement.Parse(Cloud.Json(value));

    /// <summary>What IAM takes, of all services the strictest: default tags stand on roles too.</summary>
    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+@-]*\z")]
    private static partial Regex RoleTag();

    [GeneratedRegex(@"^(?!(\.{1,2}|_index)\z)[0-9a-zA-Z\-_+=,.@:]{1,255}\z")]
    private static partial Regex TagKey();
}

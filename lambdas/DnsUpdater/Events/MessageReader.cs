using System.Globalization;
using System.Text.Json;
using Dockerland.DnsUpdater.Hooks;

namespace Dockerland.DnsUpdater.Events;

/// <summary>Reads one message.</summary>
internal static class MessageReader
{
    private const string LaunchTransition = "autoscaling:EC2_INSTANCE_LAUNCHING";
    private const string TerminateTransition = "autoscaling:EC2_INSTANCE_TERMINATING";
    private const string WarmPool = "WarmPool";

    // The last is all that the first instances of a group send: whoever tells of them is there later than they are.
    private static readonly string[] Notifications =
    [
        "autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
        "autoscaling:EC2_INSTANCE_TERMINATE", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
        "autoscaling:TEST_NOTIFICATION",
    ];

    private static readonly string[] Details =
    [
        "EC2 Instance Launch Successful", "EC2 Instance Launch Unsuccessful",
        "EC2 Instance Terminate Successful", "EC2 Instance Terminate Unsuccessful",
    ];

    private static readonly string[] HookDetails = ["EC2 Instance-launch Lifecycle Action", "EC2 Instance-terminate Lifecycle Action"];

    /// <param name="mayBeDirect">Whether somebody may have written it by hand.</param>
    public static void Read(JsonElement json, string where, EventParts found, bool mayBeDirect)
    {
        if (mayBeDirect && json.ValueKind is JsonValueKind.String && json.GetString() is { Length: > 0 } name) found.Group(name);
        else if (json.ValueKind is not JsonValueKind.Object) found.Problem($"{where} is no JSON object: {EventReader.Shown(json.GetRawText())}");
        else if (Text(json, "detail-type") is { } detailType) ReadDetail(json, detailType, where, found);
        else if (Text(json, "Event") is { } notification && notification != LaunchTransition && notification != TerminateTransition) ReadNotification(json, notification, where, found);
        else if (Text(json, "LifecycleTransition") is not null) ReadHook(json, Time(json, "Time"), where, found);
        else if (mayBeDirect) ReadDirect(json, where, found);
        else found.Problem($"{where} is nothing that a group sends: {EventReader.Shown(json.GetRawText())}");
    }

    private static void ReadDirect(JsonElement json, string where, EventParts found)
    {
        if (!json.EnumerateObject().Any()) found.All();
        else if (Text(json, "group") is { Length: > 0 } group) found.Group(group);
        else found.Problem($"{where} names no group: {EventReader.Shown(json.GetRawText())} Write {{\"group\":\"NAME\"}} for one, or {{}} for all.");
    }

    private static void ReadDetail(JsonElement json, string detailType, string where, EventParts found)
    {
        var time = Time(json, "time");
        if (detailType is "Scheduled Event") found.All();
        else if (!json.TryGetProperty("detail", out var detail) || detail.ValueKind is not JsonValueKind.Object) found.Problem($"{where} of type '{detailType}' has no detail.");
        else if (HookDetails.Contains(detailType)) ReadHook(detail, time, where, found);
        else if (!Details.Contains(detailType)) found.Problem($"{where} is of type '{detailType}', which is about no group.");
        else ReadGroup(detail, time, where, found);
    }

    private static void ReadNotification(JsonElement json, string notification, string where, EventParts found)
    {
        if (Notifications.Contains(notification)) ReadGroup(json, Time(json, "Time"), where, found);
        else found.Problem($"{where} is the notification '{notification}', which says nothing of hosts.");
    }

    private static void ReadGroup(JsonElement json, DateTimeOffset? time, string where, EventParts found)
    {
        if (Text(json, "AutoScalingGroupName") is not { Length: > 0 } group)
        {
            found.Problem($"{where} names no group: {EventReader.Shown(json.GetRawText())}");
            return;
        }

        found.Group(group);
        found.HappenedAt(time);
    }

    private static void ReadHook(JsonElement json, DateTimeOffset? time, string where, EventParts found)
    {
        HookTransition? transition = Text(json, "LifecycleTransition") switch
        {
            LaunchTransition => HookTransition.Launch,
            TerminateTransition => HookTransition.Terminate,
            _ => null,
        };
        if (transition is null
            || Text(json, "AutoScalingGroupName") is not { Length: > 0 } group
            || Text(json, "LifecycleHookName") is not { Length: > 0 } hook
            || Text(json, "EC2InstanceId") is not { Length: > 0 } instance
            || Text(json, "LifecycleActionToken") is not { Length: > 0 } token)
        {
            found.Problem($"{where} is a hook's message with a part missing: {EventReader.Shown(json.GetRawText())}");
            return;
        }

        found.Hook(new(group, hook, instance, token, transition.Value) { Since = time, IsForWarmPool = Text(json, "Destination") is WarmPool });
        found.HappenedAt(time);
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        DateTimeOffset.TryParse(Text(json, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}

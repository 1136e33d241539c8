namespace Dockerland.Infra.Settings;

/// <summary>Sizes that a group doesn't take when their time comes. What a schedule leaves out is the fleet's own by then, or what another one made of it.</summary>
internal static class ScheduleChecks
{
    public static void Refuse(ConfigSection fleet, FleetSettings settings)
    {
        if (!fleet.IsSound("min", "max", "schedules")) return;

        var least = settings.Schedules.Values.Select(schedule => schedule.Min ?? settings.Min).Append(settings.Min).Min();
        var most = settings.Schedules.Values.Select(schedule => schedule.Max ?? settings.Max).Append(settings.Max).Max();
        foreach (var (name, schedule) in settings.Schedules)
        {
            var section = fleet.Section("schedules").Section(name);
            if (schedule.Max is null && schedule.Min > most) TooMany("min", schedule.Min);
            else if (schedule.Max is null && schedule.Desired > most) TooMany("desired", schedule.Desired);
            else if (schedule.Min is null && schedule.Max < least) TooFew("max", schedule.Max);
            else if (schedule.Min is null && schedule.Desired < least) TooFew("desired", schedule.Desired);

            void TooMany(string key, int? hosts) => section.Refuse(key, $"{hosts}", $"is more than {fleet.FullKey("max")} '{most}'", $"{most}");
            void TooFew(string key, int? hosts) => section.Refuse(key, $"{hosts}", $"is less than {fleet.FullKey("min")} '{least}'", $"{least}");
        }
    }
}

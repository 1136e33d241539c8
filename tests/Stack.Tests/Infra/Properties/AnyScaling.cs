using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Any ways in which a fleet's size changes.</summary>
internal static class AnyScaling
{
    private const int MinutesPerDay = 1440;

    public static Gen<string> Steps { get; } = Any.Object(
        ("busy", Step(("above", Any.Number(0, 100)), ("changes", Gen.Constant("""{"0":1,"10":2}""")))),
        ("idle", Step(("below", Gen.Constant("20.5")), ("changes", Gen.Constant("""{"0":-1}""")))));

    /// <summary>Sizes at certain times, none of them smaller than the fleet's least.</summary>
    public static Gen<string> Schedules(int min, int max) => Any.Object(
        ("night", from zone in Any.Word("Europe/Zurich", "Etc/UTC").Maybe()
                  from size in Gen.OneOf(All(min), Any.Number(min, max).Select(least => Any.Whole(("min", least))), Any.Number(max, 9).Select(most => Any.Whole(("max", most))))
                  select Any.Join(Any.Whole(("cron", Any.Quote("0 22 * * *")), ("timeZone", zone)), size)),
        ("day", Any.Number(min, max).Select(desired => Any.Whole(("cron", Any.Quote("*/30 8-18 * * MON-FRI")), ("desired", desired)))));

    private static Gen<string> All(int min) =>
        from least in Gen.Choose(min, 6)
        from desired in Gen.Choose(least, 6)
        from most in Gen.Choose(desired, 9)
        select Any.Whole(("min", $"{least}"), ("max", $"{most}"), ("desired", $"{desired}"));

    private static Gen<string> Step(params (string Key, Gen<string> Value)[] threshold) =>
        from minutes in Gen.Choose(1, MinutesPerDay)
        from periods in Gen.Choose(1, Math.Min(100, MinutesPerDay / minutes))
        from values in Gen.CollectToArray(threshold.Select(part => part.Value))
        from options in Any.Object(("metric", Any.Word("CPUUtilization", "NetworkIn")))
        select Any.Join(Any.Whole([.. threshold.Select(part => part.Key).Zip(values), ("periods", $"{periods}"), ("periodSeconds", $"{60 * minutes}")]), options);
}

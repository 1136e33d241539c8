using Dockerland.Dns;
using Dockerland.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Updater.Dns;

/// <summary>What holds of every zone, whoever has records in it and whatever groups want.</summary>
public sealed class DnsPropertyTests
{
    [Fact]
    public void A_Second_Pass_Changes_Nothing() => Hold(Scenario.Any, async scenario =>
    {
        var route53 = await scenario.StartAsync();
        await RunAsync(route53, scenario);

        return (await PlanAsync(route53, scenario)).IsEmpty;
    });

    [Fact]
    public void No_Batch_Is_Refused() => Hold(Scenario.Any, async scenario =>
    {
        var route53 = await scenario.StartAsync();
        var result = await RunAsync(route53, scenario);

        return result.IsDone && route53.Refused is 0;
    });

    [Fact]
    public void Records_Of_Others_Stay_As_They_Are() => Hold(Scenario.Any, async scenario =>
    {
        var route53 = await scenario.StartAsync();
        await RunAsync(route53, scenario);

        var others = scenario.Others.Where(set => !scenario.Options.Adopt.Any(name => RecordRules.Name(set.Name).EndsWith(name, StringComparison.Ordinal)));
        return others.Select(RecordRules.Line).All(route53.Lines.Contains);
    });

    [Fact]
    public void The_Order_Of_Groups_Does_Not_Matter() => Hold(Scenario.Any, async scenario =>
    {
        var route53 = await scenario.StartAsync();

        var plans = new[] { await PlanAsync(route53, scenario), await PlanAsync(route53, scenario with { Now = [.. scenario.Now.Reverse()] }), await PlanAsync(route53, scenario with { Now = [.. scenario.Now.OrderBy(set => set.Name.Length)] }) };
        return plans.All(plan => plan.Changes.SequenceEqual(plans[0].Changes) && plan.Skipped.SequenceEqual(plans[0].Skipped));
    });

    [Fact]
    public void Records_Are_What_Groups_Want() => Hold(Scenario.Free, async scenario =>
    {
        var route53 = await scenario.StartAsync();
        var result = await RunAsync(route53, scenario);

        // Of names that nothing stood in the way of.
        var expected = scenario.Now.Where(set => result.Skipped.All(skipped => skipped.Name != set.Name))
            .GroupBy(set => (set.Name, set.Type, set.SetIdentifier))
            .Where(set => set.Any(one => one.Values.Length > 0))
            .Select(set => $"{set.Key.Type} {set.Key.Name} [{set.Key.SetIdentifier}] {(set.Key.SetIdentifier is null ? "" : "True")} {set.Min(one => one.Ttl)}: {Values(set)}");
        return expected.All(line => route53.Lines.Any(there => Words(there).SequenceEqual(Words(line))));
    });

    [Fact]
    public void Names_That_No_Group_Wants_Are_Gone() => Hold(Scenario.Free, async scenario =>
    {
        var route53 = await scenario.StartAsync();
        await RunAsync(route53, scenario with { Now = [] });

        return route53.Lines.SequenceEqual(scenario.Others.Select(RecordRules.Line).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Races_And_Faults_End_As_One_Quiet_Pass() => Hold(
        Arb.From(Scenario.Any.Generator.Zip(Gen.Choose(0, int.MaxValue)), pair => Arb.From(Scenario.Any.Generator).Shrinker(pair.Item1).Select(smaller => (smaller, pair.Item2))),
        async pair =>
        {
            var (scenario, seed) = pair;
            var (quiet, loud) = (await scenario.StartAsync(), await scenario.StartAsync());
            await RunAsync(quiet, scenario);

            Trouble.Make(loud, new Random(seed), () => RunAsync(loud, scenario));
            var result = await RunAsync(loud, scenario);

            return result.IsDone && loud.Lines.SequenceEqual(quiet.Lines);
        });

    private static string Values(IEnumerable<DesiredSet> sets) =>
        string.Join(", ", sets.SelectMany(set => set.Values).Select(value => value.Replace("DB8:0::", "db8::", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Task<DnsResult> RunAsync(MemoryRoute53 route53, Scenario scenario) => DnsSyncTests.RunAsync(route53, new(), scenario.Options, [.. scenario.Now]);

    private static Task<DnsPlan> PlanAsync(MemoryRoute53 route53, Scenario scenario) =>
        new DnsSync(route53.Client, new SkippingTime().Timing()).PlanAsync(Zones.Id, [.. scenario.Now], scenario.Options, default);

    private static void Hold<T>(Arbitrary<T> values, Func<T, Task<bool>> property) => PropertyCheck.Hold(values, value => property(value).GetAwaiter().GetResult(), times: 300);
}

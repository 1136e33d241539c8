using Dockerland.Dns;
using Dockerland.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Updater.Dns;

public sealed class BatchesTests
{
    [Fact]
    public void Removals_Are_Sent_By_Themselves_And_Last() => Assert.Equal(
        ["new changed", "gone left"],
        Batches.Of([Change("gone", Set("gone"), null), Change("new", null, Set("new")), Change("left", Set("left"), null), Change("changed", Set("changed"), Set("changed"))])
            .Select(batch => string.Join(' ', batch.Select(change => change.Name))));

    [Fact]
    public void No_Batch_Is_Larger_Than_Route53_Takes() => Hold(changes =>
        Batches.Of(changes).All(batch =>
            batch.Sum(change => change.Records.Sum(record => record.Before!.Values.Length + record.After!.Values.Length)) <= 1000
            && batch.Sum(change => change.Records.Sum(record => record.Before!.Values.Concat(record.After!.Values).Sum(value => value.Length))) <= 32_000));

    [Fact]
    public void Each_Change_Is_In_One_Batch() => Hold(changes => Batches.Of(changes).SelectMany(batch => batch).SequenceEqual(changes));

    [Fact]
    public void No_Batch_Could_Take_The_First_Change_Of_The_Next() => Hold(changes =>
    {
        var batches = Batches.Of(changes);
        return batches.Zip(batches.Skip(1)).All(pair => !Route53Limits.Fits(pair.First.Sum(change => change.Elements) + pair.Second[0].Elements, pair.First.Sum(change => change.Characters) + pair.Second[0].Characters));
    });

    private static void Hold(Func<NameChange[], bool> property) => PropertyCheck.Hold(Changes, property, times: 300);

    private static Arbitrary<NameChange[]> Changes { get; } = Arb.From(Gen.ArrayOf(
        from values in Gen.Choose(1, 400)
        from length in Gen.Choose(1, 40)
        select Change($"{values}.{length}", Set("before", values, length), Set("after", values, length)),
        30));

    private static RecordSet Set(string name, int values, int length) => Set(name) with { Values = [.. Enumerable.Repeat(new string('x', length), values)] };

    private static NameChange Change(string name, RecordSet? before, RecordSet? after) => new(name, [new(before, after)]);

    private static RecordSet Set(string name) => new(name, "A") { Ttl = 10, Values = ["192.0.2.1"] };
}

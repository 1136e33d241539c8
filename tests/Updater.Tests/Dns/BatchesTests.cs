using Dockerland.Dns;

namespace Dockerland.Tests.Updater.Dns;

public sealed class BatchesTests
{
    [Fact]
    public void Removals_Are_Sent_By_Themselves_And_Last() => Assert.Equal(
        ["new changed", "gone left"],
        Batches.Of([Change("gone", Set("gone"), null), Change("new", null, Set("new")), Change("left", Set("left"), null), Change("changed", Set("changed"), Set("changed"))])
            .Select(batch => string.Join(' ', batch.Select(change => change.Name))));

    private static NameChange Change(string name, RecordSet? before, RecordSet? after) => new(name, [new(before, after)]);

    private static RecordSet Set(string name) => new(name, "A") { Ttl = 10, Values = ["192.0.2.1"] };
}

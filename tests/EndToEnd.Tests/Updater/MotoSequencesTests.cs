using Dockerland.Tests.EndToEnd.AwsSdk;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Updater.DnsUpdater.Sequences;
using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.EndToEnd.Updater;

/// <summary>Some of the sequences that run on an account in memory, the same ones each time, on moto.</summary>
public sealed class MotoSequencesTests(MotoFixture fixture) : IClassFixture<MotoFixture>
{
    private const int Count = 50;
    private const int Size = 50;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Count)];

    [SkippableTheory]
    [MemberData(nameof(Seeds))]
    public async Task After_Each_Sequence_The_Record_Is_The_Healthy_Hosts(int seed)
    {
        Prerequisite.Programs(Moto.Programs);
        await using var proxy = await FaultProxy.StartAsync(fixture.Endpoint);
        using var moto = new MotoQuery(fixture.Endpoint);
        var steps = Step.Sequences.Sample(1, new Rnd((ulong)seed, 1), Size).Single();
        using var sequence = await MotoSequence.CreateAsync($"sequence-{seed}", fixture.Endpoint, proxy, moto);

        var (expected, actual) = await sequence.RunAsync(steps);

        Assert.True(expected.SequenceEqual(actual), $"Expected {string.Join("; ", expected)}, and there is {string.Join("; ", actual)}, after:\n{string.Join('\n', steps.Select(step => step.ToString()))}");
    }
}

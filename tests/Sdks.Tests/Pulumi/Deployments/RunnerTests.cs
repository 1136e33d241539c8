using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Deployments;

public sealed class RunnerTests
{
    private readonly Runner _runner = new();

    [Fact]
    public async Task With_Nothing_Under_Way_There_Is_Nothing_To_Wait_For() => Assert.Empty(await WaitAsync());

    [Fact]
    public async Task It_Waits_For_All()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        _runner.RegisterTask(first.Task);
        _runner.RegisterTask(second.Task);
        var waiting = WaitAsync();

        first.SetResult();
        Assert.False(waiting.IsCompleted);
        second.SetResult();

        Assert.Empty(await waiting);
    }

    [Fact]
    public async Task The_First_Failure_Ends_The_Waiting()
    {
        var failure = new InvalidOperationException();
        _runner.RegisterTask(new TaskCompletionSource().Task);
        _runner.RegisterTask(Task.FromException(failure));

        Assert.Same(failure, Assert.Single(await WaitAsync()));
    }

    [Fact]
    public async Task The_Same_Failure_Counts_Once_And_An_Equal_One_Again()
    {
        var failure = new InvalidOperationException("a");
        _runner.RegisterTask(Task.FromException(failure));
        _runner.RegisterTask(Task.FromException(failure));
        _runner.RegisterTask(Task.FromException(new InvalidOperationException("a")));

        Assert.Equal(2, (await WaitAsync()).Count);
    }

    [Fact]
    public async Task What_Is_Canceled_Is_No_Failure()
    {
        _runner.RegisterTask(Task.FromCanceled(new CancellationToken(canceled: true)));

        Assert.Empty(await WaitAsync());
    }

    [Fact]
    public async Task What_Is_Added_While_Waiting_Is_Waited_For_Too()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        _runner.RegisterTask(first.Task);
        var waiting = WaitAsync();

        _runner.RegisterTask(second.Task);
        first.SetResult();
        Assert.False(waiting.IsCompleted);
        second.SetResult();

        Assert.Empty(await waiting);
    }

    [Fact]
    public async Task Thousands_Under_Way_Are_All_Waited_For()
    {
        var sources = Enumerable.Range(0, 10_000).Select(_ => new TaskCompletionSource()).ToList();
        sources.ForEach(source => _runner.RegisterTask(source.Task));
        var waiting = WaitAsync();

        Parallel.ForEach(sources, source => source.SetResult());

        Assert.Empty(await waiting);
    }

    private Task<IReadOnlyList<Exception>> WaitAsync() => _runner.WaitAsync().WaitAsync(Run.Deadline);
}

using System.Collections.Immutable;
using Dockerland.DnsUpdater;
using Dockerland.DnsUpdater.Hooks;
using Dockerland.DnsUpdater.Passes;
using Dockerland.Tests.Updater.Dns;

namespace Dockerland.Tests.Updater.DnsUpdater.Hooks;

public sealed class HookAnswersTests
{
    private static readonly UpdaterSettings Settings = new() { Stack = MemoryAccount.Stack, Environment = MemoryAccount.Environment, ZoneIds = ["Z1"] };
    private static readonly MemoryHost First = new("i-1", "54.0.0.1");
    private static readonly MemoryHost Second = new("i-2", "54.0.0.2");

    private readonly SkippingTime _time = new();
    private readonly MemoryRoute53 _route53 = new();
    private readonly MemoryAccount _account = new MemoryAccount().With("web", "Z1:www.example.com", First, Second);

    [Fact]
    public async Task A_Host_Goes_When_The_Change_Is_Everywhere_And_Answers_With_It_Are_Old()
    {
        await PassAsync();
        _account.Hosts["web"][0] = First with { Lifecycle = "Terminating:Wait" };
        _route53.BeSlow(polls: 3);

        var answer = await TerminateAsync();

        // Polls wait 1, 2 and 3 s; then the record's time to live.
        Assert.Equal([1, 2, 3, 10], Seconds());
        Assert.Equal("i-1 at terminate of web goes on after the change and 10 s in which answers are kept", answer.ToString());
    }

    [Fact]
    public async Task The_Order_Is_Change_Poll_Answer()
    {
        await PassAsync();
        _route53.Calls.Clear();
        _account.Hosts["web"][0] = First with { Lifecycle = "Terminating:Wait" };
        _route53.BeSlow(polls: 1);
        var order = new List<string>();
        _route53.Before = request =>
        {
            order.Add(request.GetType().Name);
            Assert.Empty(_account.Calls);
            return Task.CompletedTask;
        };

        await TerminateAsync();

        Assert.Equal(["ListResourceRecordSetsRequest", "ChangeResourceRecordSetsRequest", "GetChangeRequest", "GetChangeRequest"], order);
        Assert.Equal(["continue i-1"], _account.Calls);
    }

    [Fact]
    public async Task It_Waits_No_Longer_Than_Four_Fifths_Of_The_Heartbeat()
    {
        await PassAsync();
        _account.Heartbeat = TimeSpan.FromSeconds(10);
        _account.Hosts["web"][0] = First with { Lifecycle = "Terminating:Wait" };

        var answer = await TerminateAsync();

        Assert.Equal([8], Seconds());
        Assert.Equal("8 s after the change: its time was nearly up", answer.Detail);
    }

    [Fact]
    public async Task Who_Waits_The_Longest_Says_When_All_Go()
    {
        await PassAsync();
        _account.Heartbeat = TimeSpan.FromSeconds(10);
        _account.Hosts["web"] = [First with { Lifecycle = "Terminating:Wait" }, Second with { Lifecycle = "Terminating:Wait" }, new("i-3", "54.0.0.3")];

        await TerminateAsync(
            Message(HookTransition.Terminate) with { Since = _time.GetUtcNow() },
            Message(HookTransition.Terminate) with { Instance = Second.Id, Since = _time.GetUtcNow().AddSeconds(-6) });

        Assert.Equal([2], Seconds());
        Assert.Equal(["continue i-1", "continue i-2"], _account.Calls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_Change_That_Never_Is_Everywhere_Holds_No_Host_For_Ever()
    {
        await PassAsync();
        var began = _time.GetUtcNow();
        _account.Hosts["web"][0] = First with { Lifecycle = "Terminating:Wait" };
        _route53.BeSlow(polls: int.MaxValue);

        var answer = await TerminateAsync();

        Assert.InRange(_time.GetUtcNow() - began, TimeSpan.FromSeconds(130), TimeSpan.FromSeconds(144));
        Assert.True(answer.IsContinued);
        Assert.Equal("before the change was in all of Route53's servers: its time was nearly up", answer.Detail);
    }

    [Fact]
    public async Task A_Record_That_Is_Kept_On_Purpose_Is_Not_Waited_For()
    {
        await PassAsync();
        _account.Hosts["web"].Clear();

        var answer = await TerminateAsync();

        Assert.Empty(_time.Waits);
        Assert.Equal("at once: no record of its group changes", answer.Detail);
    }

    [Fact]
    public async Task A_Host_That_Comes_Goes_On_At_Once()
    {
        var answers = await Answers().LaunchAsync([Message(HookTransition.Launch)], default);

        Assert.True(Assert.Single(answers).IsContinued);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_Host_For_The_Warm_Pool_Is_Left_To_Install()
    {
        var answers = await Answers().LaunchAsync([Message(HookTransition.Launch) with { IsForWarmPool = true }], default);

        Assert.False(Assert.Single(answers).IsContinued);
        Assert.Empty(_account.Calls);
    }

    [Fact]
    public async Task An_Answer_That_Comes_Too_Early_Is_Given_Again()
    {
        _account.TooEarly = 2;

        var answers = await Answers().LaunchAsync([Message(HookTransition.Launch)], default);

        Assert.True(Assert.Single(answers).IsContinued);
        Assert.Equal([0.5, 1], Seconds());
    }

    [Fact]
    public async Task Nobody_Who_Waits_Is_No_Failure()
    {
        _account.TooEarly = int.MaxValue;

        var answer = Assert.Single(await Answers().LaunchAsync([Message(HookTransition.Launch)], default));

        Assert.Equal((false, false, "doesn't wait any more"), (answer.IsContinued, answer.IsFailure, answer.Detail));
    }

    private static HookMessage Message(HookTransition transition) => new("web", transition is HookTransition.Launch ? "launch" : "terminate", "i-1", "t-1", transition);

    private HookAnswers Answers() => new(_account, _time, _time.WaitAsync);

    private async Task<PassResult> PassAsync()
    {
        var pass = new UpdaterPass(Settings, _account, _route53.Client, _time.Timing(seconds: 1000));
        var result = await pass.RunOnceAsync(await pass.ReadGroupsAsync(default), null, default);
        _time.Waits.Clear();
        return result;
    }

    private async Task<HookAnswer> TerminateAsync() => Assert.Single(await TerminateAsync(Message(HookTransition.Terminate)));

    private async Task<ImmutableArray<HookAnswer>> TerminateAsync(params HookMessage[] messages)
    {
        var pass = new UpdaterPass(Settings, _account, _route53.Client, _time.Timing(seconds: 1000));
        var result = await pass.RunOnceAsync(await pass.ReadGroupsAsync(default), ImmutableSortedSet.Create("web"), default);
        _time.Waits.Clear();
        return await Answers().TerminateAsync(messages, result, (last, token) => pass.WaitAsync(result, last, token), _time.GetUtcNow().AddSeconds(500), default);
    }

    private IEnumerable<double> Seconds() => _time.Waits.Select(wait => wait.TotalSeconds);
}

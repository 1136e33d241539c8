using System.Diagnostics;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Updater;

/// <summary>The published function against moto, event by event.</summary>
[Collection(UpdaterAtMoto.Name)]
public sealed class UpdaterProcessTests(UpdaterFixture fixture)
{
    [SkippableFact]
    public async Task The_Record_Is_Three_Hosts_And_Two_When_One_Is_Gone()
    {
        await using var updater = await StartAsync("three", 3);
        var first = await updater.Process.SucceedAsync(UpdaterProcess.Message(new { Event = "autoscaling:TEST_NOTIFICATION", AutoScalingGroupName = updater.Stack.Group }));
        Assert.Equal(3, first.GetProperty("hosts").GetInt32());
        Assert.Equal(await updater.Stack.HostsAsync(), await updater.Stack.RecordAsync());

        await updater.Stack.ScaleAsync(2);
        await updater.Process.SucceedAsync(UpdaterProcess.Message(new { Event = "autoscaling:EC2_INSTANCE_TERMINATE", AutoScalingGroupName = updater.Stack.Group }));

        var record = await updater.Stack.RecordAsync();
        Assert.Equal(2, record.Length);
        Assert.Equal(await updater.Stack.HostsAsync(), record);
    }

    [SkippableFact]
    public async Task A_Second_Event_Changes_Nothing()
    {
        await using var updater = await StartAsync("second", 1);
        await updater.Process.SucceedAsync();

        var again = await updater.Process.SucceedAsync();

        Assert.Equal(0, again.GetProperty("changes").GetArrayLength());
    }

    [SkippableFact]
    public async Task Without_Hosts_The_Record_Stays()
    {
        await using var updater = await StartAsync("zero", 1);
        await updater.Process.SucceedAsync();
        var record = await updater.Stack.RecordAsync();
        await updater.Stack.ScaleAsync(0);

        var summary = await updater.Process.SucceedAsync();

        Assert.Equal(0, summary.GetProperty("hosts").GetInt32());
        Assert.Equal(record, await updater.Stack.RecordAsync());
    }

    [SkippableFact]
    public async Task Two_Hundred_Hosts_Fit_Into_A_Record()
    {
        await using var updater = await StartAsync("many", 200);

        await updater.Process.SucceedAsync();

        var record = await updater.Stack.RecordAsync();
        Assert.Equal(200, record.Length);
        Assert.Equal(await updater.Stack.HostsAsync(), record);
    }

    [SkippableFact]
    public async Task A_Foreign_Record_Is_Left_Alone_And_Named()
    {
        await using var updater = await StartAsync("foreign", 1);
        await updater.Stack.PutForeignAsync("192.0.2.1");

        var summary = await updater.Process.SucceedAsync();

        Assert.Equal(["192.0.2.1"], await updater.Stack.RecordAsync());
        Assert.Contains("it isn't ours", Assert.Single(summary.GetProperty("problems").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Two_Functions_At_Once_End_Right()
    {
        await using var updater = await StartAsync("racing", 3);
        await using var other = await UpdaterProcess.StartAsync(fixture, updater.Stack);
        foreach (var hosts in new[] { 5, 2, 4 })
        {
            await updater.Stack.ScaleAsync(hosts);
            await Task.WhenAll(updater.Process.SucceedAsync(), other.SucceedAsync());
        }

        Assert.Equal(await updater.Stack.HostsAsync(), await updater.Stack.RecordAsync());
    }

    [SkippableFact]
    public async Task What_Takes_Too_Long_Is_Given_Up_In_Time_And_The_Next_Event_Goes_Well()
    {
        var stack = await MotoStackAsync("slow", 1);
        await using var cloud = await FaultProxy.StartAsync(fixture.Moto.Endpoint);
        await using var process = await UpdaterProcess.StartAsync(fixture, stack, cloud.Endpoint);
        cloud.Faults.Enqueue(new(500, "", Delay: TimeSpan.FromSeconds(30)));
        var watch = Stopwatch.StartNew();

        var outcome = await process.InvokeAsync(time: TimeSpan.FromSeconds(5));

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5));
        Assert.Contains("Time was up after", outcome.Body, StringComparison.Ordinal);
        await process.SucceedAsync();
        Assert.Equal(await stack.HostsAsync(), await stack.RecordAsync());
    }

    [SkippableFact]
    public async Task An_Event_Of_No_Known_Kind_Fails_Nothing()
    {
        await using var updater = await StartAsync("odd", 1);

        var summary = await updater.Process.SucceedAsync("""{"Records":[{"Sns":{"Message":"hello","MessageId":"m-1"}}]}""");

        Assert.Equal("Record 1, message m-1, is no JSON: hello", Assert.Single(summary.GetProperty("problems").EnumerateArray()).GetString());
    }

    [SkippableFact]
    public async Task Settings_That_Are_Missing_Are_An_Error_Of_The_Initialization()
    {
        var stack = await MotoStackAsync("unset", 0);
        await using var process = await UpdaterProcess.StartAsync(fixture, stack, variables: new Dictionary<string, string?> { ["STACK"] = null });

        Assert.Contains("The environment variable STACK is not set; the stack sets it.", (await process.InitializationErrorAsync()).Body, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task It_Ends_When_It_Is_Told_To()
    {
        await using var updater = await StartAsync("ending", 1);
        await updater.Process.SucceedAsync();
        var watch = Stopwatch.StartNew();

        await updater.Process.StopAsync();

        // Killed it would be after 20 s.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("Exception", updater.Process.Log, StringComparison.Ordinal);
    }

    private async Task<MotoStack> MotoStackAsync(string name, int hosts, string options = "{}")
    {
        _ = fixture.Program;
        return await MotoStack.CreateAsync(fixture.Moto, $"updater-{name}", hosts, options);
    }

    private async Task<Running> StartAsync(string name, int hosts)
    {
        var stack = await MotoStackAsync(name, hosts);
        return new(stack, await UpdaterProcess.StartAsync(fixture, stack));
    }

    private sealed record Running(MotoStack Stack, UpdaterProcess Process) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Process.DisposeAsync();
    }
}

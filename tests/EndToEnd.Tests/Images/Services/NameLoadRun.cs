using System.Diagnostics;
using Dockerland.Cli.Images.Fleets;
using Dockerland.Cli.Load;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Services;

/// <summary>Clients ask for <c>login</c> while <c>publish</c> comes, is replaced, and goes.</summary>
public sealed class NameLoadRun(DockerFixture docker) : IAsyncLifetime
{
    /// <summary>How long a name outlives its last container.</summary>
    public const int NameSeconds = 10;

    private const string Others = "publish";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(4);

    internal LoadResult Load { get; private set; } = null!;

    /// <summary>How often HAProxy had been reloaded at first, when the name was there, when its container was replaced, and when it was gone.</summary>
    public (int First, int Come, int Replaced, int Gone) Reloads { get; private set; }

    /// <summary>From the end of its last container to the reload without the name.</summary>
    public TimeSpan Kept { get; private set; }

    public async Task InitializeAsync()
    {
        if (!DockerFixture.CanRun) return;
        await docker.BuildAsync("haproxy", "webapp");
        await using var fleet = await ServiceFleet.StartAsync(docker.Engine, new(ServiceFleet.Name) { Balancer = ServiceFleet.NameSeconds(NameSeconds) });
        await fleet.AddAsync("one", "login");
        await fleet.AddAsync("two", "login");
        await fleet.WaitForAsync("login", "one");
        await fleet.WaitForAsync("login", "two");

        Load = await FleetEvents.UnderLoadAsync(fleet.Balancer.NewLoad("login"), Duration, () => ComeAndGoAsync(fleet));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task ComeAndGoAsync(ServiceFleet fleet)
    {
        var first = await fleet.ReloadsAsync();
        await ComeAsync(fleet);
        var come = await fleet.ReloadsAsync();
        await RemoveAsync(fleet);
        // Without its being kept it would be loaded away by then.
        await Task.Delay(Absence);
        await ComeAsync(fleet);
        var replaced = await fleet.ReloadsAsync();
        var loads = await LoadsAsync(fleet);
        await RemoveAsync(fleet);
        var watch = Stopwatch.StartNew();
        await Condition.WaitAsync("the name is gone", Deadline, async () => await LoadsAsync(fleet) > loads);
        Kept = watch.Elapsed;
        Reloads = (first, come, replaced, await fleet.ReloadsAsync());
    }

    private static async Task ComeAsync(ServiceFleet fleet)
    {
        await fleet.AddAsync(Others, Others);
        await fleet.WaitForAsync(Others, Others);
    }

    private static async Task<int> LoadsAsync(ServiceFleet fleet) => (await fleet.LogAsync()).Split("HAProxy has loaded the names of services anew").Length;

    private static Task<string> RemoveAsync(ServiceFleet fleet) => fleet.DockerAsync("rm", "--force", ServiceFleet.NameOf(Others));
}

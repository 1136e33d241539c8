using Dockerland.Cli.Load;

namespace Dockerland.Cli.Images.Fleets;

/// <summary>What happens to fleets while clients ask.</summary>
internal static class FleetEvents
{
    private const int Comers = 10;

    /// <summary>How many backends are there all the time.</summary>
    public const int Residents = 3;

    /// <summary>A backend of <see cref="Residents"/> is told to stop.</summary>
    public static Task StopAsync(Fleet fleet) => fleet.DockerAsync("stop", "s02");

    /// <summary>A backend of <see cref="Residents"/> is gone without a word.</summary>
    public static Task KillAsync(Fleet fleet) => fleet.DockerAsync("kill", "s02", "--signal", "KILL");

    /// <summary>Ten backends join, serve and leave so many times, each at its own pace; <see cref="Residents"/> stay.</summary>
    public static Task ComeAndGoAsync(Fleet fleet, int times)
    {
        return Task.WhenAll(Fleet.Names(Comers, first: Residents + 1).Select(CycleAsync));

        async Task CycleAsync(string name)
        {
            await fleet.AddAsync(name);
            for (var time = 1; time <= times; time++)
            {
                if (time > 1) await fleet.DockerAsync("start", name);
                await fleet.Balancer.WaitAsync($"{name} serves", up => up.Contains(name));
                await fleet.DockerAsync("stop", name);
                await fleet.Balancer.WaitAsync($"{name} serves no more", up => !up.Contains(name));
            }
        }
    }

    /// <inheritdoc cref="UnderLoadAsync(LoadRun, TimeSpan, Func{Task})"/>
    public static Task<LoadResult> UnderLoadAsync(Fleet fleet, TimeSpan least, Func<Fleet, Task> happenAsync) =>
        UnderLoadAsync(fleet.Balancer.NewLoad(), least, () => happenAsync(fleet));

    /// <summary>Has clients ask while something happens, and at least so long; it happens when a fifth of that is over.</summary>
    public static Task<LoadResult> UnderLoadAsync(LoadRun load, TimeSpan least, Func<Task> happenAsync)
    {
        return load.RunAsync(Task.WhenAll(Task.Delay(least), HappenAsync()));

        async Task HappenAsync()
        {
            await Task.Delay(least / 5);
            await happenAsync();
        }
    }
}

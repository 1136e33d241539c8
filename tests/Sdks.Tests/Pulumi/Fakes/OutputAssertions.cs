using Pulumi;
using Pulumi.Serialization;

namespace Dockerland.Tests.Sdks.Pulumi.Fakes;

/// <summary>Outputs by what they resolve to.</summary>
internal static class OutputAssertions
{
    public static Task<OutputData<T>> DataAsync<T>(this Output<T> output) => output.DataTask.WaitAsync(Run.Deadline);

    public static async Task<T> ValueAsync<T>(this Output<T> output)
    {
        var data = await output.DataAsync();
        Assert.True(data.IsKnown, "The output is unknown.");
        return data.Value;
    }

    public static Task<OutputData<T>> DataAsync<T>(this Input<T> input) => input.ToOutput().DataAsync();

    public static Task<T> ValueAsync<T>(this Input<T> input) => input.ToOutput().ValueAsync();

    /// <summary>An output with the state that the test needs.</summary>
    public static Output<T> Make<T>(T value, bool isKnown = true, bool isSecret = false, params Resource[] resources) =>
        new(Task.FromResult(new OutputData<T>([.. resources], value, isKnown, isSecret)));

    public static Output<T> Unknown<T>(bool isSecret = false) => Make<T>(default!, isKnown: false, isSecret);

    /// <summary>A resource that needs no deployment.</summary>
    public static Resource Dependency(string name) => new DependencyResource($"urn:pulumi:stack::project::test:index:Thing::{name}");
}

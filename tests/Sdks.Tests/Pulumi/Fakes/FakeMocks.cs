using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Dockerland.Tests.Sdks.Pulumi.Fakes;

/// <summary>Mocks that keep what they were asked; a resource becomes what it was asked to be, with an id.</summary>
internal sealed class FakeMocks : IMocks
{
    public ConcurrentQueue<MockResourceArgs> Resources { get; } = new();

    public ConcurrentQueue<MockCallArgs> Calls { get; } = new();

    public ConcurrentQueue<MockRegisterResourceOutputsRequest> Outputs { get; } = new();

    public Func<MockResourceArgs, (string?, object)> OnResource { get; set; } = args => (args.Name + "-id", args.Inputs);

    public Func<MockCallArgs, object> OnCall { get; set; } = args => args.Args;

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Resources.Enqueue(args);
        await Task.Yield();
        return OnResource(args);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Enqueue(args);
        return Task.FromResult(OnCall(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Enqueue(args);
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<Resource>> TestAsync(Action program, TestOptions? options = null) =>
        Deployment.TestAsync(this, options ?? new(), program).WaitAsync(Run.Deadline);

    public Task<ImmutableArray<Resource>> TestAsync(Func<Task> program, TestOptions? options = null) =>
        Deployment.TestAsync(this, options ?? new(), program).WaitAsync(Run.Deadline);
}

using System.Runtime.InteropServices;
using Dockerland.Cli;

namespace Dockerland.Tests.Stack.Cli;

public sealed class SignalsTests : IDisposable
{
    private readonly StringWriter _error = new();
    private readonly List<int> _exits = [];
    private readonly Signals _signals;

    public SignalsTests() => _signals = new(_error, _exits.Add);

    public void Dispose()
    {
        _signals.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    public void The_First_One_Only_Asks(PosixSignal signal, int code)
    {
        _signals.Receive(signal);

        Assert.Equal((true, code, 0), (_signals.Token.IsCancellationRequested, _signals.ExitCode, _exits.Count));
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT, 130)]
    [InlineData(PosixSignal.SIGTERM, 143)]
    public void The_Second_One_Ends_It_And_Says_So(PosixSignal signal, int code)
    {
        _signals.Receive(PosixSignal.SIGTERM);
        _signals.Receive(signal);

        Assert.Equal([code], _exits);
        Assert.EndsWith("error: Ended at once, without cleaning up. 'docker ps --all' shows what may be left.\n", _error.ToString(), StringComparison.Ordinal);
    }
}

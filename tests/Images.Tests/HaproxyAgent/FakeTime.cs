namespace Dockerland.Tests.Images.HaproxyAgent;

internal sealed class FakeTime : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    public void Pass(int seconds) => _now = _now.AddSeconds(seconds);

    public override DateTimeOffset GetUtcNow() => _now;
}

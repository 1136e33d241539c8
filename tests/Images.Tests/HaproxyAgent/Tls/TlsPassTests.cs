using Dockerland.HaproxyAgent.Tls;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.HaproxyAgent.Tls;

public sealed class TlsPassTests : IDisposable, ICertificateSource, ICertificateCheck, ITlsRuntime
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly Dictionary<string, string> _running = [];
    private readonly List<FoundCertificate> _found = [];
    private readonly TlsPass _pass;
    private bool _isOpen;
    private int _commands;

    public TlsPassTests()
    {
        var settings = new TlsSettings { ServedFolder = _temp.File("tls") };
        _pass = new([this], new(settings, TimeProvider.System), this, this, settings, new FixedTime(), new(_output));
    }

    public void Dispose()
    {
        _output.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task A_Second_Pass_Does_Nothing()
    {
        Find("a.pem", TestCertificate.For("a").Text);
        await _pass.RunOnceAsync(CancellationToken.None);
        var before = _commands;

        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.Equal((3, before), (before, _commands));
    }

    [Fact]
    public async Task A_Broken_One_Keeps_What_It_Was_And_No_Other_Waits_For_It()
    {
        Find("a.pem", TestCertificate.For("a").Text);
        await _pass.RunOnceAsync(CancellationToken.None);
        var first = _running["certificates/a.pem"];
        _found.Clear();
        Find("a.pem", "nothing");
        Find("b.pem", TestCertificate.For("b").Text);

        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.Equal(first, _running["certificates/a.pem"]);
        Assert.Contains("certificates/b.pem", _running.Keys);
        Assert.Contains("agent: error: a.pem has no certificate; what was good last stays\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Default_Is_None_That_HAProxy_Refuses()
    {
        Find("a.pem", TestCertificate.For("refused").Text);
        Find("b.pem", TestCertificate.For("b").Text);

        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.Equal(["certificates/b.pem", "default.pem"], _running.Keys.Order());
        Assert.Equal(_running["certificates/b.pem"], _running["default.pem"]);
    }

    [Fact]
    public async Task The_List_Has_What_Is_There_Only()
    {
        Find("a.pem", TestCertificate.For("a").Text);
        Find("b.pem", TestCertificate.For("b").Text);
        await _pass.RunOnceAsync(CancellationToken.None);
        _found.RemoveAt(0);

        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.Equal($"{_temp.File("tls/default.pem")} !*\n{_temp.File("tls/certificates/b.pem")}\n", await File.ReadAllTextAsync(_temp.File("tls/list")));
    }

    [Fact]
    public async Task No_Line_Has_A_Key()
    {
        var certificate = TestCertificate.For("a");
        Find("a.pem", certificate.Text);
        Find("b.pem", certificate.Key);

        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.DoesNotContain(certificate.Key.Split('\n')[1], _output.ToString(), StringComparison.Ordinal);
    }

    private void Find(string name, string text) => _found.Add(new(name, name, text));

    Task<IReadOnlyList<FoundCertificate>> ICertificateSource.ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<FoundCertificate>>([.. _found]);

    Task<string?> ICertificateCheck.FindFaultAsync(Certificate certificate, CancellationToken cancellationToken) =>
        Task.FromResult(certificate.ToString().StartsWith("refused", StringComparison.Ordinal) ? "is refused" : null);

    Task<IReadOnlyDictionary<string, string>> ITlsRuntime.ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<string, string>>(_running);

    Task ITlsRuntime.SetAsync(string place, Certificate certificate, CancellationToken cancellationToken) => DoAsync(() => _running[place] = certificate.Fingerprint);

    Task ITlsRuntime.RemoveAsync(string place, CancellationToken cancellationToken) => DoAsync(() => _running.Remove(place));

    Task<bool> ITlsRuntime.IsOpenAsync(CancellationToken cancellationToken) => Task.FromResult(_isOpen);

    Task ITlsRuntime.OpenAsync(bool open, CancellationToken cancellationToken) => DoAsync(() => _isOpen = open);

    private Task DoAsync(Action change)
    {
        _commands++;
        change();
        return Task.CompletedTask;
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => TestCertificate.Now;
    }
}

using System.Collections.Immutable;
using Dockerland.HaproxyAgent.Snippets;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.HaproxyAgent.Snippets;

public sealed class SnippetPassTests : IDisposable, ISnippetCheck
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly SnippetSettings _settings;
    private readonly SnippetPass _pass;
    private int _reloads;
    private bool _canReload = true;

    public SnippetPassTests()
    {
        _settings = new()
        {
            Folder = _temp.File("snippets"),
            MainTemplate = _temp.File("template"),
            MembersTemplate = _temp.File("members"),
            MainFile = _temp.File("haproxy.cfg"),
            MembersHead = _temp.File("members.head"),
            MembersFile = _temp.File("members.cfg"),
            ServicesFolder = _temp.File("services"),
        };
        File.WriteAllText(_settings.MainTemplate, "frontend http\n    # snippets of frontend\n");
        File.WriteAllText(_settings.MembersTemplate, "backend members\n");
        _pass = new(_settings, this, _ => _canReload ? Task.FromResult(_reloads++) : throw new AgentException("No."), new(_output));
    }

    public void Dispose()
    {
        _output.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task A_Bad_One_Is_Told_Of_And_The_Others_Go_On()
    {
        Put("frontend/a.cfg", "good a");
        Put("frontend/b.cfg", "bad b");
        Put("frontend/c.cfg", "good c");

        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.Equal("frontend http\n    # frontend/a.cfg\n    good a\n    # frontend/c.cfg\n    good c\n", await File.ReadAllTextAsync(_settings.MainFile));
        Assert.Contains("agent: error: frontend/b.cfg is refused by HAProxy, and left out: line 3: bad\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_That_Ends_Its_Section_Is_Left_Out()
    {
        Put("frontend/a.cfg", "good\nbackend mine\n");

        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.Equal("frontend http\n", await File.ReadAllTextAsync(_settings.MainFile));
        Assert.Contains("begins the section 'backend': whole sections go into the folder sections; it is left out", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_Of_A_File_That_Begins_Otherwise_Stay()
    {
        await _pass.RunOnceAsync(CancellationToken.None);
        await File.WriteAllTextAsync(_settings.MembersFile, "# not yet made anew\n    server s1 10.0.0.1:3000\n");
        Put("backend/members.cfg", "good");

        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.Equal("# not yet made anew\n    server s1 10.0.0.1:3000\n", await File.ReadAllTextAsync(_settings.MembersFile));
    }

    [Fact]
    public async Task HAProxy_Reloads_When_Something_Changed_Only()
    {
        Put("frontend/a.cfg", "good");
        await _pass.RunOnceAsync(CancellationToken.None);
        await _pass.RunOnceAsync(CancellationToken.None);
        Put("frontend/b.cfg", "bad");
        await _pass.RunOnceAsync(CancellationToken.None);
        var reloads = _reloads;
        Put("frontend/a.cfg", "good, and other");

        await _pass.RunOnceAsync(CancellationToken.None);

        // Not for the first files, which HAProxy starts with.
        Assert.Equal((0, 1), (reloads, _reloads));
    }

    [Fact]
    public async Task A_Reload_That_Failed_Is_Tried_Again()
    {
        await _pass.RunOnceAsync(CancellationToken.None);
        var reloads = _reloads;
        Put("frontend/a.cfg", "good");
        _canReload = false;
        await Assert.ThrowsAsync<AgentException>(() => _pass.RunOnceAsync(CancellationToken.None));
        _canReload = true;

        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.Equal(reloads + 1, _reloads);
    }

    [Fact]
    public async Task The_Pool_Keeps_Its_Servers()
    {
        await _pass.RunOnceAsync(CancellationToken.None);
        await File.WriteAllTextAsync(_settings.MembersFile, "backend members\n    server s1 10.0.0.1:3000\n");
        Put("backend/members.cfg", "good");

        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.Equal("backend members\n    # backend/members.cfg\n    good\n    server s1 10.0.0.1:3000\n", await File.ReadAllTextAsync(_settings.MembersFile));
    }

    [Fact]
    public async Task A_Service_Finds_Its_Own()
    {
        Put("backend/login.cfg", "good");
        Put("backend/publish.cfg", "bad");
        await _pass.RunOnceAsync(CancellationToken.None);

        Assert.Equal([_settings.ServiceFile("login")], Directory.GetFiles(_settings.ServicesFolder));
    }

    private void Put(string name, string text)
    {
        var path = Path.Combine(_settings.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    Task<string?> ISnippetCheck.FindFaultAsync((string Main, string Members) texts, ImmutableArray<Snippet> services, CancellationToken cancellationToken) =>
        Task.FromResult($"{texts}{string.Concat(services.Select(snippet => snippet.Text))}".Contains("bad", StringComparison.Ordinal) ? "line 3: bad" : null);
}

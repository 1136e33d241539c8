using System.Collections.Immutable;
using Dockerland.HaproxyAgent;
using Dockerland.HaproxyAgent.Members;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.Tests.Images.HaproxyAgent;

public sealed class SourcesTests
{
    private readonly FakeServices _file = new() { Said = new([new([new("login")], "the file", "file", null)], []) };
    private readonly FakeServices _containers = new();
    private readonly Sources _sources;
    private readonly List<string> _problems = [];

    public SourcesTests() => _sources = new(new NoMembers(), [_file, _containers]);

    [Fact]
    public async Task Whose_Names_They_Are_Is_Unknown_Until_All_Have_Answered()
    {
        var desired = await ReadAsync();

        Assert.Null(desired.Services);
        Assert.Equal(["No answer."], _problems);
    }

    [Fact]
    public async Task What_One_Said_Holds_While_It_Does_Not_Answer()
    {
        _containers.Said = new([new([new("publish")], "web", "example/publish", null)], ["Container odd gets no requests."]);
        await ReadAsync();
        _containers.Said = null;
        _problems.Clear();

        var desired = await ReadAsync();

        Assert.Equal(["service:login", "service:publish"], desired.Services!.All.Select(service => service.Name.Backend));
        Assert.Equal(["No answer.", "Container odd gets no requests."], _problems);
    }

    private Task<Desired> ReadAsync() => _sources.ReadAsync(_problems, CancellationToken.None);

    private sealed class NoMembers : IMemberSource
    {
        public Task<ImmutableArray<Member>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(ImmutableArray<Member>.Empty);
    }

    private sealed class FakeServices : IServiceSource
    {
        public Claims? Said { get; set; }

        public Task<Claims> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Said ?? throw new AgentException("No answer."));
    }
}

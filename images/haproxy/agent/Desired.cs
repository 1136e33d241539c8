using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent;

/// <summary>What there should be, of all sources. What none of them knows is null, and is left as it is.</summary>
internal sealed record Desired(DesiredServers? Members, DesiredServices? Services);

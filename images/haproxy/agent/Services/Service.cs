using System.Collections.Immutable;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Services;

/// <summary>A name and those that answer to it: one of HAProxy's backends.</summary>
/// <param name="Servers">Those that may get requests, by what their source says; there may be none for a while.</param>
/// <param name="IsLocal">Whether one of <paramref name="Servers"/> is a container of this host.</param>
internal sealed record Service(ServiceName Name, ImmutableArray<Server> Servers, bool IsLocal);

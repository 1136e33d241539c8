using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dockerland.HaproxyAgent.Members;

/// <summary>One of those that Serf knows, as <c>serf members -format json</c> tells it.</summary>
/// <param name="Name">Its node's name; no two have the same.</param>
/// <param name="Addr">Where it gossips, as <c>ADDRESS:PORT</c>.</param>
/// <param name="Status"><c>alive</c>, <c>leaving</c>, <c>left</c> or <c>failed</c>.</param>
internal sealed record Member(string Name, string Addr, string Status, ImmutableDictionary<string, string> Tags)
{
    public bool IsAlive => Status is "alive";

    /// <summary>It said so itself, unlike one that failed.</summary>
    public bool HasLeft => Status is "leaving" or "left";

    public string? Tag(string key) => Tags.GetValueOrDefault(key);
}

internal sealed record MemberList(ImmutableArray<Member> Members);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(MemberList))]
internal sealed partial class MemberJson : JsonSerializerContext;

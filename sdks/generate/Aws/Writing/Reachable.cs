using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>Which structures go out and which come in.</summary>
internal static class Reachable
{
    /// <summary>The structures that others hold, at whatever depth.</summary>
    public static IReadOnlyCollection<Structure> From(ServiceModel service, IEnumerable<Structure> roots)
    {
        var found = new Dictionary<string, Structure>();
        foreach (var member in roots.SelectMany(root => root.Members))
            Follow(member.Type);
        return found.Values;

        void Follow(TypeUse type)
        {
            if (type is ListType list)
                Follow(list.Element.Type);
            if (type is MapType map)
                Follow(map.Value.Type);
            if (type is not StructureType structure || !found.TryAdd(structure.Name, service.Structures[structure.Name]))
                return;
            foreach (var member in service.Structures[structure.Name].Members)
                Follow(member.Type);
        }
    }
}

using System.Reflection;

namespace Dockerland.Cli.Planning;

/// <summary>Finds the class that a provider's function answers with. No attribute says it, but generated names do.</summary>
internal static class FunctionResults
{
    /// <summary>For <c>aws:ec2/getAmi:getAmi</c>, <c>Pulumi.Aws.Ec2.GetAmiResult</c>.</summary>
    public static Type? Find(string token)
    {
        if (token.Split(':') is not [var package, var module, { Length: > 0 } function])
            return null;
        var name = $"{char.ToUpperInvariant(function[0])}{function[1..]}Result";
        var space = module.Split('/')[0] is "index" ? $"Pulumi.{package}" : $"Pulumi.{package}.{module.Split('/')[0]}";
        return Assemblies(package)
            .SelectMany(assembly => assembly.GetExportedTypes())
            .FirstOrDefault(type => type.Name == name && string.Equals(type.Namespace, space, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<Assembly> Assemblies(string package) =>
        AppDomain.CurrentDomain.GetAssemblies().Where(assembly =>
            !assembly.IsDynamic && string.Equals(assembly.GetName().Name, $"Pulumi.{package}", StringComparison.OrdinalIgnoreCase));
}

using System.Reflection;
using Dockerland.Tests.Sdks.Pulumi.Wire;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Bindings.Requests;

/// <summary>
/// The engine finds the plugin by the version in each request, for it sees no package of a project reference. So every
/// resource and function of every binding is registered, read or called here.
/// </summary>
public sealed class VersionTests
{
    [Theory]
    [InlineData(typeof(global::Pulumi.Aws.Provider))]
    [InlineData(typeof(global::Pulumi.Command.Provider))]
    [InlineData(typeof(global::Pulumi.Docker.Provider))]
    public async Task Every_Registration_Carries_The_Packages_Version(System.Type provider)
    {
        var resources = Resources(provider).ToArray();

        var engine = await WireProgram.RunAsync(() => Array.ForEach(resources, Construct));

        var requests = engine.Requests<RegisterResourceRequest>().Where(request => request.Type != "pulumi:pulumi:Stack").ToArray();
        Assert.Equal(resources.Length, requests.Length);
        Assert.All(requests, request => Assert.Equal((request.Type, VersionOf(provider)), (request.Type, request.Version)));
    }

    [Theory]
    [InlineData(typeof(global::Pulumi.Aws.Provider))]
    [InlineData(typeof(global::Pulumi.Command.Provider))]
    [InlineData(typeof(global::Pulumi.Docker.Provider))]
    public async Task Every_Read_Carries_The_Packages_Version(System.Type provider)
    {
        var gets = Resources(provider).Select(type => type.GetMethod("Get")).OfType<MethodInfo>().ToArray();

        var engine = await WireProgram.RunAsync(() => Array.ForEach(gets, get => get.Invoke(null, Arguments(get, "r", (Input<string>)"id"))));

        var requests = engine.Requests<ReadResourceRequest>();
        Assert.NotEmpty(requests);
        Assert.Equal(gets.Length, requests.Count);
        Assert.All(requests, request => Assert.Equal((request.Type, VersionOf(provider)), (request.Type, request.Version)));
    }

    [Theory]
    [InlineData(typeof(global::Pulumi.Aws.Provider))]
    [InlineData(typeof(global::Pulumi.Command.Provider))]
    public async Task Every_Call_Carries_The_Packages_Version(System.Type provider)
    {
        var calls = provider.Assembly.GetExportedTypes().Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.Name is "Invoke" or "InvokeAsync").ToArray();

        var engine = await WireProgram.RunAsync(
            async () =>
            {
                foreach (var call in calls)
                {
                    var result = call.Invoke(null, Arguments(call));
                    if (result is Task task) await task;
                }
            },
            engine => engine.Invoke = _ => Task.FromResult(new ResourceInvokeResponse { Return = new Struct() }));

        var requests = engine.Requests<ResourceInvokeRequest>();
        Assert.NotEmpty(requests);
        Assert.Equal(calls.Length, requests.Count);
        Assert.All(requests, request => Assert.Equal((request.Tok, VersionOf(provider)), (request.Tok, request.Version)));
    }

    private static string VersionOf(System.Type provider) => CentralPackages.VersionOf(provider.Assembly.GetName().Name!);

    private static IEnumerable<System.Type> Resources(System.Type provider) =>
        provider.Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(CustomResource)));

    private static void Construct(System.Type resource)
    {
        var constructor = resource.GetConstructors().Single();
        constructor.Invoke([resource.FullName, .. Arguments(constructor)[1..]]);
    }

    /// <summary>The given ones, then arguments with every required input set, then nothing.</summary>
    private static object?[] Arguments(MethodBase method, params object[] given) =>
        [.. given, .. method.GetParameters()[given.Length..].Select(parameter => parameter.ParameterType.IsSubclassOf(typeof(InputArgs)) ? WithRequired(parameter.ParameterType) : null)];

    private static object WithRequired(System.Type type)
    {
        var args = Activator.CreateInstance(type)!;
        foreach (var member in type.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (member.GetCustomAttribute<InputAttribute>() is not { IsRequired: true }) continue;
            if (member is PropertyInfo property) property.SetValue(args, Some(property.PropertyType));
            if (member is FieldInfo field) field.SetValue(args, Some(field.FieldType));
        }

        return args;
    }

    /// <summary>Anything of the type; what it is doesn't matter here.</summary>
    private static object Some(System.Type type)
    {
        if (type == typeof(string)) return "x";
        if (type.IsValueType) return Activator.CreateInstance(type)!;
        if (type.IsSubclassOf(typeof(InputArgs))) return WithRequired(type);
        if (type.GetConstructor([]) is { } constructor && !type.Name.StartsWith("Input`", StringComparison.Ordinal)) return constructor.Invoke([]);
        // Input<T> and InputUnion<T, U> convert from T.
        var value = Some(type.GetGenericArguments()[0]);
        return type.GetMethod("op_Implicit", [value.GetType()])!.Invoke(null, [value])!;
    }
}

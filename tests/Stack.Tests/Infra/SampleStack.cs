using System.Collections.Immutable;
using Dockerland.Cli.Planning;
using Dockerland.Infra;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra;

/// <summary>The checked-in stacks with secrets that are easy to find again.</summary>
internal static class SampleStack
{
    private static readonly ImmutableSortedDictionary<string, string> Planted = ImmutableSortedDictionary<string, string>.Empty
        .Add("dockerland:registryPassword", "planted-password")
        .Add("dockerland:nodeRegistryKey", "planted-key")
        .Add("dockerland:gossipKey", "cGxhbnRlZC1nb3NzaXAtMQ==")
        .Add("dockerland:cookieSecret", "planted-cookie-secret");

    public static IEnumerable<string> Secrets => Planted.Values;

    /// <param name="settings">Others than those checked in.</param>
    public static StackInputs Inputs(string stack, params (string Key, string Value)[] settings)
    {
        var config = Config(stack, withSecrets: true);
        var values = config.Values.ToDictionary();
        foreach (var (key, value) in settings) values[$"dockerland:{key}"] = value;
        return StackInputs.Read(config with { Values = values }, Support.Repository.Root);
    }

    public static StackConfig Config(string stack, bool withSecrets)
    {
        var files = StackFiles.Read(new(Support.Repository.Root), stack);
        return new(withSecrets ? files.Values.SetItems(Planted) : files.Values.RemoveRange(files.SecretKeys), Planted.Keys.ToHashSet());
    }
}

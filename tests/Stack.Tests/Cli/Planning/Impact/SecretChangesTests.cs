using System.Collections.Immutable;
using Dockerland.Cli.Planning;
using Dockerland.Cli.Planning.Impact;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

public sealed class SecretChangesTests
{
    [Fact]
    public void The_Last_That_Is_Set_No_More_Is_Told_Too() => Assert.Equal<string>(["dockerland:gossipKey"], SecretChanges.Between(WithSecrets("dockerland:gossipKey"), WithSecrets()));

    private static Plan WithSecrets(params string[] keys) => GoldenCases.Plan("dev") with { Secrets = keys.ToImmutableSortedDictionary(key => key, _ => "000000000001", StringComparer.Ordinal) };
}

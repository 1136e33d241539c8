using System.Reflection;
using Dockerland.Contracts;

namespace Dockerland.Tests.Contracts;

public sealed class TagKeysTests
{
    /// <summary>With others, an instance whose metadata show its tags doesn't launch.</summary>
    [Fact]
    public void The_Metadata_Service_Can_Show_Every_Key() => Assert.All(
        typeof(TagKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!)
            .Append(TagKeys.DomainMetaOption("ttl"))
            .Append(TagKeys.DomainMetaOption(12, "address")),
        key => Assert.Matches(@"^[A-Za-z0-9+=.,_:@-]{1,128}\z", key));

    [Fact]
    public void Tags_About_The_Deployment_Become_Neither_Labels_Nor_Variables() => Assert.DoesNotContain(
        [TagKeys.LabelPrefix, TagKeys.VariablePrefix],
        prefix => TagKeys.OwnPrefix.StartsWith(prefix, StringComparison.Ordinal));
}

using Dockerland.Sdks.Generate;

namespace Dockerland.Tests.Sdks.Bindings;

public sealed class BindingsFileTests
{
    [Fact]
    public void Packages_Come_In_Order_With_Their_Tokens()
    {
        var bindings = BindingsFile.Parse("""{ "b": { "resources": ["b:x:X"], "functions": [] }, "a": { "resources": [], "functions": ["a:y:y"] } }""");

        Assert.Equal(["a", "b"], bindings.Keys);
        Assert.Equal(["b:x:X"], bindings["b"].Resources);
    }

    [Fact]
    public void A_Package_Without_Functions_Is_Refused_By_Name()
    {
        var exception = Assert.Throws<GenerateException>(() => BindingsFile.Parse("""{ "a": { "resources": [] } }"""));

        Assert.Contains("'functions'", exception.Message, StringComparison.Ordinal);
    }
}

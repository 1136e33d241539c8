using Dockerland.HaproxyAgent.Runtime;

namespace Dockerland.Tests.Images.HaproxyAgent.Runtime;

public sealed class HaproxyReloadTests
{
    private const string States = """
        1
        # be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_check_result srv_check_state srv_port
        4 members 1 s1 10.0.0.1 2 0 3 6 3000
        4 members 2 s2 10.0.0.2 0 1 0 2 3000

        """;

    [Fact]
    public void A_Server_Is_As_It_Was() => Assert.Equal(States, HaproxyReload.Kept(States, "    server s1 10.0.0.1:3000 check\n    server s2 10.0.0.2:3000 check\n"));

    [Fact]
    public void One_That_Moved_Is_Not() =>
        Assert.DoesNotContain(" s2 ", HaproxyReload.Kept(States, "    server s1 10.0.0.1:3000 check\n    server s2 10.0.0.7:3000 check\n"), StringComparison.Ordinal);
}

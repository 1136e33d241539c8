using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;
using static Dockerland.Tests.Images.HaproxyAgent.Samples;

namespace Dockerland.Tests.Images.HaproxyAgent.Runtime;

public sealed class ServerStatesTests
{
    // As HAProxy 2.6.12 answers.
    private const string Head = """
        1
        # be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight srv_iweight srv_time_since_last_change srv_check_status srv_check_result srv_check_health srv_check_state srv_agent_state bk_f_forced_id srv_f_forced_id srv_fqdn srv_port srvrecord srv_use_ssl srv_check_port srv_check_addr srv_agent_addr srv_agent_port

        """;

    [Fact]
    public void A_Backend_May_Be_Empty() => Assert.Empty(ServerStates.Parse(Head));

    [Theory]
    [InlineData("4 members 1 s1 172.18.0.3 2 0 1 1 0 15 3 2 6 0 0 0 - 3000 - 0 0 - - 0", "Ready", false, true, true)]
    [InlineData("4 members 1 s1 172.18.0.3 1 8 1 1 0 1 0 1 6 0 0 0 - 3000 - 0 0 - - 0", "Drain", false, true, false)]
    [InlineData("4 members 1 s1 172.18.0.3 1 8 1 1 0 15 3 2 6 0 0 0 - 3000 - 0 0 - - 0", "Drain", false, true, true)]
    [InlineData("4 members 1 s1 172.18.0.3 0 0 1 1 0 15 2 0 6 0 0 0 - 3000 - 0 0 - - 0", "Ready", true, true, false)]
    [InlineData("4 members 1 s1 172.18.0.3 0 1 1 1 0 1 0 0 2 0 0 0 - 3000 - 0 0 - - 0", "Maintenance", true, false, false)]
    [InlineData("4 members 1 s1 172.18.0.3 0 9 1 1 0 15 3 2 14 0 0 0 - 3000 - 0 0 - - 0", "Maintenance", true, true, true)]
    [InlineData("4 members 1 s1 172.18.0.3 0 32 1 1 0 15 3 2 14 0 0 0 - 3000 - 0 0 - - 0", "Maintenance", true, true, true)]
    [InlineData("4 members 1 s1 172.18.0.3 0 64 1 1 0 15 3 2 14 0 0 0 - 3000 - 0 0 - - 0", "Maintenance", true, true, true)]
    public void A_Server_Is_Read_By_Its_Columns(string line, string admission, bool isDown, bool isChecked, bool hasPassed) =>
        Assert.Equal(("members", Running(Server("s1", "172.18.0.3"), Enum.Parse<Admission>(admission), isDown, isChecked, hasPassed)), Assert.Single(ServerStates.Parse(Head + line + "\n")));

    [Theory]
    [InlineData("")]
    [InlineData("Can't find backend.")]
    [InlineData("2\n# be_id\n")]
    [InlineData("1\n# be_id srv_name\n4 s1\n")]
    [InlineData(Head + "4 members 1 s1 - 2 0 1 1 0 15 3 2 6 0 0 0 - 3000 - 0 0 - - 0")]
    public void Anything_Else_Is_Unknown_And_Not_Empty(string text) => Assert.Throws<AgentException>(() => ServerStates.Parse(text));
}

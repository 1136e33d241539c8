using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Dockerland.Cli;
using Dockerland.Cli.Planning;
using Pulumi;
using Plan = Dockerland.Cli.Planning.Plan;

namespace Dockerland.Tests.Stack.Cli.Planning;

public sealed class StackEvaluationTests
{
    [Fact]
    public async Task A_Resource_Stands_Below_Its_Own_Parent_And_Not_The_Outermost()
    {
        var plan = await PlanAsync(() =>
        {
            var inner = new Group("inner", new() { Parent = new Group("outer") });
            _ = new Thing("leaf", null, new() { Parent = inner });
        });

        Assert.Equal(
            [(0, "shop-dev"), (1, "outer"), (2, "inner"), (3, "leaf")],
            plan.Resources.Select(resource => (resource.Depth, resource.Name)));
        Assert.Equal("urn:pulumi:dev::shop::test:index:Group$test:index:Group$test:index/thing:Thing::leaf", plan.Resources[^1].Urn);
        Assert.Equal(plan.Resources[2].Urn, plan.Resources[3].Parent);
    }

    [Fact]
    public async Task Siblings_Are_Sorted_However_They_Were_Declared()
    {
        var plan = await PlanAsync(() =>
        {
            foreach (var name in new[] { "b", "c", "a" })
                _ = new Thing(name);
        });

        Assert.Equal(["a", "b", "c"], plan.Resources.Skip(1).Select(resource => resource.Name));
    }

    [Fact]
    public async Task What_A_Provider_Computes_Is_A_Placeholder() =>
        Assert.Equal(
            """{"list":["<a.id>","<a.arn>","<a.servers[2]>"],"text":"v<a.version>"}""",
            await InputsAsync(() =>
            {
                var a = new Thing("a");
                _ = new Thing("z", new() { List = { a.Id, a.Arn, a.Servers.Apply(servers => servers[2]) }, Text = Output.Format($"v{a.Version}") });
            }));

    [Fact]
    public async Task A_Computed_Number_Is_Recognised_As_A_Number_Too() =>
        Assert.Equal("""{"number":"<a.version>"}""", await InputsAsync(() => _ = new Thing("z", new() { Number = new Thing("a").Version.Apply(version => (double)version) })));

    [Fact]
    public async Task An_Input_Is_Echoed_As_The_Output_Of_Its_Name() =>
        Assert.Equal("""{"text":"given"}""", await InputsAsync(() => _ = new Thing("z", new() { Text = new Thing("a", new() { Text = "given" }).Text })));

    [Fact]
    public async Task What_A_Provider_May_Leave_Empty_Is_Unknown() =>
        Assert.Equal("""{"text":"<unknown>"}""", await InputsAsync(() => _ = new Thing("z", new() { Text = new Thing("a").Note.Apply(note => note ?? "") })));

    [Fact]
    public async Task User_Data_Is_Shown_Decoded_With_Its_Placeholders() =>
        Assert.Equal(
            """{"userData":"#!/bin/sh\necho <a.version>\n"}""",
            await InputsAsync(() => _ = new Thing("z", new() { UserData = new Thing("a").Version.Apply(version => Convert.ToBase64String(Encoding.UTF8.GetBytes($"#!/bin/sh\necho {version}\n"))) })));

    [Fact]
    public async Task Packed_User_Data_Is_Shown_Unpacked() =>
        Assert.Equal(
            """{"userData":"#!/bin/sh\necho <a.version>\n"}""",
            await InputsAsync(() => _ = new Thing("z", new() { UserData = new Thing("a").Version.Apply(version => Convert.ToBase64String(Pack($"#!/bin/sh\necho {version}\n"))) })));

    [Theory]
    [InlineData("not base64!")]
    [InlineData("/////w==")]
    [InlineData("H4sAAAAAAAAAAA==")]
    public async Task User_Data_That_Is_No_Text_Is_Shown_As_It_Is(string data) =>
        Assert.Equal(new JsonObject { ["userData"] = data }.ToJsonString(PlanJson.Relaxed), await InputsAsync(() => _ = new Thing("z", new() { UserData = data })));

    [Fact]
    public async Task Secrets_Are_Masked_At_Any_Depth_And_Nothing_Else_Is()
    {
        var secret = Output.CreateSecret("hunter2");

        Assert.Equal(
            """{"choice":{"key":"<secret>","label":"shown"},"list":["<secret>","b"],"map":{"k":"<secret>","l":"m"},"part":{"key":"<secret>","label":"shown"},"password":"<secret>","settings":"<secret>","text":"<secret>"}""",
            await InputsAsync(() => _ = new Thing("z", new()
            {
                Text = secret.Apply(text => text + "!"),
                Password = "hunter2",
                Part = new PartArgs { Key = secret, Label = "shown" },
                Choice = new PartArgs { Key = secret, Label = "shown" },
                Settings = new PartArgs { Key = secret, Label = "hidden" },
                List = { secret, "b" },
                Map = { { "k", secret }, { "l", "m" } },
            })));
    }

    [Fact]
    public async Task A_List_That_Is_Not_There_Is_Shown_Empty() =>
        Assert.Equal("""{"list":[],"text":"x"}""", await InputsAsync(() => _ = new Thing("z", new() { Text = "x", List = default(ImmutableArray<string>) })));

    [Fact]
    public async Task A_Secret_Input_Stays_Secret_On_Its_Way_Through_An_Output() =>
        Assert.Equal("""{"text":"<secret>"}""", await InputsAsync(() => _ = new Thing("z", new() { Text = new Thing("a", new() { Password = "hunter2" }).Password })));

    [Fact]
    public async Task A_Secret_Output_Of_The_Stack_Is_Masked()
    {
        var plan = await new StackEvaluation(new(Path.GetTempPath())).RunAsync("shop", "dev", options => new StackWithOutputs(options));

        Assert.Equal("""{"open":"<a.arn>","closed":"<secret>"}""", new JsonObject(plan.Outputs.Reverse().Select(output => KeyValuePair.Create(output.Key, output.Value?.DeepClone()))).ToJsonString(PlanJson.Relaxed));
    }

    [Fact]
    public async Task A_Functions_Answer_Names_What_Was_Asked() =>
        Assert.Equal(
            """{"text":"<getParameter(/images/host).value>"}""",
            await InputsAsync(() => _ = new Thing("z", new() { Text = Pulumi.Aws.Ssm.GetParameter.Invoke(new() { Name = "/images/host" }).Apply(found => found.Value) })));

    [Fact]
    public async Task Options_That_Decide_What_Happens_Are_Shown()
    {
        var plan = await PlanAsync(() => _ = new Thing("z", null, new() { Protect = true, ImportId = "i-1", IgnoreChanges = { "text" } }));

        Assert.Equal(["ignoreChanges", "import", "protect"], plan.Resources[^1].Options.Keys);
    }

    [Fact]
    public async Task An_Uploaded_File_Is_The_Hash_Of_Its_Content() =>
        Assert.Equal(
            """{"code":"<archive sha256:ccf7983c72e88799 bootstrap>"}""",
            await InputsAsync(() => _ = new Thing("z", new() { Code = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["bootstrap"] = new StringAsset("exit 1\n") }) })));

    [Fact]
    public async Task What_The_Program_Throws_Is_Told_Without_A_Stack_Trace()
    {
        var error = await Assert.ThrowsAsync<CliException>(() => PlanAsync(() => throw new InvalidOperationException("The fleet has no name.")));

        Assert.Contains("The fleet has no name.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_Resources_Of_One_Type_And_Name_Are_Refused()
    {
        var error = await Assert.ThrowsAsync<CliException>(() => PlanAsync(() =>
        {
            _ = new Thing("a");
            _ = new Thing("a");
        }));

        Assert.Contains("Two resources of type test:index/thing:Thing have the name 'a'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Repositorys_Own_Path_Is_Left_Out()
    {
        var plan = await PlanAsync(() => _ = new Thing("z", new() { Text = Path.Combine(Path.GetTempPath(), "images/webapp") }));

        Assert.Equal("images/webapp", plan.Resources[^1].Inputs["text"]!.GetValue<string>());
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionMode.Compress))
            packing.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static async Task<string> InputsAsync(Action program)
    {
        var plan = await PlanAsync(program);
        return new JsonObject(plan.Resources[^1].Inputs.Select(input => KeyValuePair.Create(input.Key, input.Value?.DeepClone()))).ToJsonString(PlanJson.Relaxed);
    }

    private static Task<Plan> PlanAsync(Action program) =>
        new StackEvaluation(new(Path.TrimEndingDirectorySeparator(Path.GetTempPath()))).RunAsync("shop", "dev", options => new ProgramStack(program, options));

    private sealed class ProgramStack : Pulumi.Stack
    {
        public ProgramStack(Action program, StackOptions options)
            : base(options) => program();
    }

    private sealed class StackWithOutputs : Pulumi.Stack
    {
        public StackWithOutputs(StackOptions options)
            : base(options)
        {
            Open = new Thing("a").Arn;
            Closed = Output.CreateSecret("hunter2");
        }

        [Output("open")] public Output<string> Open { get; private set; }
        [Output("closed")] public Output<string> Closed { get; private set; }
    }
}

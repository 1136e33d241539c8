using Dockerland.Tests.Support.Engine;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using Pulumi.Grpc;

namespace Dockerland.Tests.Sdks.Pulumi.Grpc;

public sealed class GrpcClientTests
{
    [Fact]
    public async Task An_Answer_With_Its_Status_In_The_Trailers_Is_Read()
    {
        await using var server = await Http2Server.StartAsync(async context =>
        {
            var request = (StringValue)await GrpcWire.ReadAsync(context.Request, StringValue.Parser);
            await GrpcWire.AnswerAsync(context.Response, new StringValue { Value = $"{request.Value} world" });
        });

        var answer = await CallAsync(server, "hello");

        Assert.Equal("hello world", answer);
    }

    [Fact]
    public async Task An_Answer_In_Several_Pieces_Is_Read_To_Its_End()
    {
        await using var server = await Http2Server.StartAsync(async context =>
        {
            foreach (var octet in new byte[] { 0, 0, 0, 0, 4, 10, 2, (byte)'o', (byte)'k' })
            {
                await context.Response.Body.WriteAsync(new[] { octet });
                await context.Response.Body.FlushAsync();
            }

            context.Response.AppendTrailer("grpc-status", "0");
        });

        Assert.Equal("ok", await CallAsync(server));
    }

    [Fact]
    public async Task A_Request_Is_What_The_Protocol_Asks_For()
    {
        var seen = "";
        await using var server = await Http2Server.StartAsync(async context =>
        {
            var request = context.Request;
            seen = $"{request.Protocol} {request.Method} {request.Path} {request.ContentType} te={request.Headers.TE} timeout={request.Headers["grpc-timeout"]}";
            await GrpcWire.AnswerAsync(context.Response, new StringValue());
        });

        await CallAsync(server);

        Assert.Equal("HTTP/2 POST /test.Service/Method application/grpc te=trailers timeout=", seen);
    }

    [Fact]
    public async Task An_Empty_Message_Is_A_Frame_Of_Five_Zeros()
    {
        byte[]? frame = null;
        await using var server = await Http2Server.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            frame = body.ToArray();
            await GrpcWire.AnswerAsync(context.Response, new Empty());
        });

        await new GrpcClient(server.Address, "test.Service").CallAsync<Empty>("Method", new Empty());

        Assert.Equal(new byte[5], frame);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Failed_Call_Tells_Status_And_Detail(bool asTrailers)
    {
        await using var server = await FailingAsync(new(RpcStatusCode.InvalidArgument, "invalid parent URN") { AsTrailers = asTrailers });

        var error = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server));

        Assert.Equal("Service/Method failed with InvalidArgument: invalid parent URN", error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Failure_Detail_May_Hold_Any_Text(bool asTrailers)
    {
        await using var server = await FailingAsync(new(RpcStatusCode.Unknown, "déjà vu\n100 %, a+b") { AsTrailers = asTrailers });

        var error = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server));

        Assert.Equal("déjà vu\n100 %, a+b", error.Detail);
    }

    [Fact]
    public async Task A_Status_Of_The_Future_Is_Unknown()
    {
        await using var server = await FailingAsync(new((RpcStatusCode)99, "new"));

        var error = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server));

        Assert.Equal(RpcStatusCode.Unknown, error.StatusCode);
    }

    [Theory]
    [InlineData(400, RpcStatusCode.Internal)]
    [InlineData(401, RpcStatusCode.Unauthenticated)]
    [InlineData(403, RpcStatusCode.PermissionDenied)]
    [InlineData(404, RpcStatusCode.Unimplemented)]
    [InlineData(418, RpcStatusCode.Unknown)]
    [InlineData(429, RpcStatusCode.Unavailable)]
    [InlineData(502, RpcStatusCode.Unavailable)]
    [InlineData(503, RpcStatusCode.Unavailable)]
    [InlineData(504, RpcStatusCode.Unavailable)]
    public async Task An_Answer_That_Is_Not_Grpc_Is_Judged_By_Its_Http_Status(int httpStatus, object expected)
    {
        await using var server = await Http2Server.StartAsync(context =>
        {
            context.Response.StatusCode = httpStatus;
            return Task.CompletedTask;
        });

        var error = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server));

        Assert.Equal(expected, error.StatusCode);
    }

    [Theory]
    [InlineData("", "The answer has 0 bytes; a frame has at least 5.")]
    [InlineData("0100000000", "The answer's compression flag is 1; no compression was asked for.")]
    [InlineData("0000000009AA", "The answer's frame announces 9 bytes and holds 1.")]
    [InlineData("00000000020A05", "The answer isn't a google.protobuf.StringValue: ")]
    public async Task A_Frame_That_Is_Not_One_Whole_Message_Is_Refused(string frame, string reason)
    {
        await using var server = await Http2Server.StartAsync(async context =>
        {
            await context.Response.Body.WriteAsync(Convert.FromHexString(frame));
            await context.Response.StartAsync();
            context.Response.AppendTrailer("grpc-status", "0");
        });

        var error = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server));

        Assert.StartsWith($"Service/Method failed with Internal: {reason}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Answer_Without_A_Status_Is_Refused()
    {
        await using var server = await Http2Server.StartAsync(context => GrpcWire.WriteAsync(context.Response, new StringValue { Value = "half" }));

        var error = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server));

        Assert.Equal(RpcStatusCode.Internal, error.StatusCode);
    }

    private static Task<Http2Server> FailingAsync(WireFailure failure) =>
        Http2Server.StartAsync(context => GrpcWire.FailAsync(context.Response, failure));

    private static async Task<string> CallAsync(Http2Server server, string text = "")
    {
        var client = new GrpcClient(server.Address, "test.Service");
        return (await client.CallAsync<StringValue>("Method", new StringValue { Value = text })).Value;
    }
}

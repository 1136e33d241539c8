using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace Dockerland.Tests.Support.Engine;

/// <summary>The server's end of a gRPC call, written apart from the client's so that one checks the other.</summary>
internal static class GrpcWire
{
    public static async Task<IMessage> ReadAsync(HttpRequest request, MessageParser parser)
    {
        var prefix = new byte[5];
        await request.Body.ReadExactlyAsync(prefix);
        var payload = new byte[BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1))];
        await request.Body.ReadExactlyAsync(payload);
        if (prefix[0] != 0 || await request.Body.ReadAsync(new byte[1]) != 0)
            throw new InvalidDataException("A request is one uncompressed message and nothing after it.");

        using var stream = new MemoryStream(payload);
        using var reader = CodedInputStream.CreateWithLimits(stream, int.MaxValue, int.MaxValue);
        return parser.ParseFrom(reader);
    }

    public static async Task AnswerAsync(HttpResponse response, IMessage message)
    {
        await WriteAsync(response, message);
        response.AppendTrailer("grpc-status", "0");
    }

    /// <summary>A frame without the status that has to follow it.</summary>
    public static async Task WriteAsync(HttpResponse response, IMessage message)
    {
        response.ContentType = "application/grpc";
        var payload = message.ToByteArray();
        var prefix = new byte[5];
        BinaryPrimitives.WriteUInt32BigEndian(prefix.AsSpan(1), (uint)payload.Length);
        await response.Body.WriteAsync(prefix);
        await response.Body.WriteAsync(payload);
    }

    public static async Task FailAsync(HttpResponse response, WireFailure failure)
    {
        response.ContentType = "application/grpc";
        var status = ((int)failure.Code).ToString(CultureInfo.InvariantCulture);
        if (failure.AsTrailers)
        {
            await response.StartAsync();
            response.AppendTrailer("grpc-status", status);
            response.AppendTrailer("grpc-message", PercentEncode(failure.Message));
        }
        else
        {
            response.Headers["grpc-status"] = status;
            response.Headers["grpc-message"] = PercentEncode(failure.Message);
        }
    }

    // As gRPC says: printable ASCII but % stands for itself, all else is escaped byte by byte.
    private static string PercentEncode(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(octet =>
        octet is >= 0x20 and <= 0x7e and not (byte)'%' ? ((char)octet).ToString() : $"%{octet:X2}"));
}

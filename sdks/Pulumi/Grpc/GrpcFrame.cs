using System.Buffers.Binary;
using Google.Protobuf;

namespace Pulumi.Grpc;

/// <summary>One message as gRPC frames it: a flag byte, the length in four big-endian bytes, the message.</summary>
internal static class GrpcFrame
{
    private const int PrefixLength = 5;

    // One nested property costs three levels, and Protobuf's own limit is 100: providers nest deeper than that.
    private const int RecursionLimit = 10_000;

    public static byte[] Pack(IMessage message)
    {
        var size = message.CalculateSize();
        var frame = new byte[PrefixLength + size];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)size);
        message.WriteTo(frame.AsSpan(PrefixLength));
        return frame;
    }

    /// <exception cref="InvalidDataException">The frame isn't one whole, uncompressed message of this type.</exception>
    public static T Unpack<T>(byte[] frame) where T : IMessage, new()
    {
        if (frame.Length < PrefixLength)
            throw new InvalidDataException($"The answer has {frame.Length} bytes; a frame has at least {PrefixLength}.");
        if (frame[0] != 0)
            throw new InvalidDataException($"The answer's compression flag is {frame[0]}; no compression was asked for.");

        var length = BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(1));
        if (length != frame.Length - PrefixLength)
            throw new InvalidDataException($"The answer's frame announces {length} bytes and holds {frame.Length - PrefixLength}.");

        using var payload = new MemoryStream(frame, PrefixLength, frame.Length - PrefixLength, writable: false);
        using var reader = CodedInputStream.CreateWithLimits(payload, int.MaxValue, RecursionLimit);
        var message = new T();
        try
        {
            message.MergeFrom(reader);
        }
        catch (InvalidProtocolBufferException error)
        {
            throw new InvalidDataException($"The answer isn't a {message.Descriptor.FullName}: {error.Message}", error);
        }

        return message;
    }
}

namespace Dockerland.Infra.UserData;

/// <summary>Writes one block of deflate (RFC 1951) with the fixed codes.</summary>
internal sealed class DeflateWriter
{
    private const int EndOfBlock = 256;
    private const int FirstLength = 257;

    private static readonly int[] LengthBases = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] LengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly int[] DistanceBases = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly int[] DistanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    private readonly List<byte> _bytes = [];
    private int _bits;
    private int _count;

    public DeflateWriter()
    {
        Bits(1, 1); // the last block
        Bits(1, 2); // fixed codes
    }

    public void Literal(byte value) => Symbol(value);

    public void Repetition(int length, int distance)
    {
        var lengthCode = Array.FindLastIndex(LengthBases, start => start <= length);
        Symbol(FirstLength + lengthCode);
        Bits(length - LengthBases[lengthCode], LengthBits[lengthCode]);
        var distanceCode = Array.FindLastIndex(DistanceBases, start => start <= distance);
        Code(distanceCode, 5);
        Bits(distance - DistanceBases[distanceCode], DistanceBits[distanceCode]);
    }

    public IReadOnlyList<byte> Finish()
    {
        Symbol(EndOfBlock);
        if (_count > 0) Bits(0, 8 - _count);
        return _bytes;
    }

    private void Symbol(int symbol)
    {
        if (symbol < 144) Code(0x30 + symbol, 8);
        else if (symbol < EndOfBlock) Code(0x190 + symbol - 144, 9);
        else if (symbol < 280) Code(symbol - EndOfBlock, 7);
        else Code(0xC0 + symbol - 280, 8);
    }

    // Codes go from their highest bit on, all else from the lowest.
    private void Code(int code, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--) Bits((code >> bit) & 1, 1);
    }

    private void Bits(int value, int count)
    {
        _bits |= value << _count;
        for (_count += count; _count >= 8; _count -= 8)
        {
            _bytes.Add((byte)_bits);
            _bits >>= 8;
        }
    }
}

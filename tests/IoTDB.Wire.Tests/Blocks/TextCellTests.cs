using System.Buffers.Binary;
using System.Text;
using IoTDB.Wire.Blocks;

namespace IoTDB.Wire.Tests.Blocks;

/// <summary>The vectors of <see cref="TextCell"/> stay within the text and within the cell, whatever the length and the letters are.</summary>
public sealed class TextCellTests
{
    private const byte Guard = 0xEE;

    [Fact]
    public void Every_length_and_letter_is_written_as_the_framework_would()
    {
        string[] letters = ["a", "\u007F", "\u0080", "é", "界", "🚀"];
        for (int length = 0; length <= 40; length++)
        {
            Require(new string('x', length));
            foreach (string letter in letters)
            {
                for (int at = 0; at < length; at++)
                {
                    Require(new string('x', at) + letter + new string('y', length - at - 1));
                }
            }
        }
    }

    [Fact]
    public void A_cell_one_byte_too_short_is_refused()
    {
        for (int length = 0; length <= 40; length++)
        {
            string text = new('x', length);
            byte[] room = new byte[sizeof(int) + length - 1];

            Should.Throw<ArgumentException>(() => TextCell.Write(text, room, 0), $"{length} characters");
        }
    }

    [Fact]
    public void A_lone_surrogate_is_refused_not_replaced() =>
        Should.Throw<ArgumentException>(() => TextCell.Write("abcdefgh\uD800", new byte[64], 0));

    [Fact]
    public void The_longest_length_is_enough()
    {
        string?[] texts = ["", null, "界界", new string('é', 30)];

        TextCell.MaxLength(texts).ShouldBe(texts.Sum(TextCell.MaxLength));
        texts.Sum(text => sizeof(int) + Encoding.UTF8.GetByteCount(text ?? "")).ShouldBeLessThanOrEqualTo(TextCell.MaxLength(texts));
    }

    private static void Require(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[] room = [.. Enumerable.Repeat(Guard, 3 + sizeof(int) + utf8.Length + 8)];

        // ASCII fits exactly; the framework's encoder may use the room behind for nothing.
        int end = TextCell.Write(text, room.AsSpan(0, 3 + sizeof(int) + utf8.Length), 3);

        end.ShouldBe(3 + sizeof(int) + utf8.Length);
        BinaryPrimitives.ReadInt32BigEndian(room.AsSpan(3)).ShouldBe(utf8.Length);
        room.AsSpan(3 + sizeof(int), utf8.Length).SequenceEqual(utf8).ShouldBeTrue(text);
        room.AsSpan(0, 3).IndexOfAnyExcept(Guard).ShouldBe(-1);
        room.AsSpan(end).IndexOfAnyExcept(Guard).ShouldBe(-1);
    }
}

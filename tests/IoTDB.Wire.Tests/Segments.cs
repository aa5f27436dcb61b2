using System.Buffers;

namespace IoTDB.Wire.Tests;

/// <summary>Memory in several pieces.</summary>
internal static class Segments
{
    /// <summary>The bytes cut in two.</summary>
    public static ReadOnlySequence<byte> Split(ReadOnlyMemory<byte> bytes, int at)
    {
        Segment first = new(bytes[..at], 0);
        Segment last = first.Append(bytes[at..]);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    /// <summary>The bytes one by one, with empty pieces in between.</summary>
    public static ReadOnlySequence<byte> Crumbs(ReadOnlyMemory<byte> bytes)
    {
        Segment first = new(default, 0);
        Segment last = first;
        for (int i = 0; i < bytes.Length; i++)
        {
            last = last.Append(bytes.Slice(i, 1)).Append(default);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long runningIndex)
        {
            Memory = memory;
            RunningIndex = runningIndex;
        }

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            Segment next = new(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}

using IoTDB.Wire;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire;

/// <summary>Compares a hand-made request that cannot come out as it went in with what we make of it.</summary>
internal static class Normalised
{
    /// <param name="recorded">The recorded arguments, to the end of the frame.</param>
    /// <param name="ours">Our whole message.</param>
    /// <param name="header">Start of the recorded message.</param>
    public static void Require(ReadOnlySpan<byte> recorded, ReadOnlySpan<byte> ours, in CallHeader header)
    {
        if (header.Protocol != ThriftProtocol.Binary)
        {
            throw new MismatchException("encoded again, the bytes differ");
        }

        CallHeader again = Answers.ReadHeader(ours.ToArray(), ThriftProtocol.Binary, WireLimits.Default);
        ThriftNode ourTree = ThriftNode.Read(ours[again.BodyOffset..]);
        ThriftNode recordedTree = ThriftNode.Read(recorded);
        if (again.Method != header.Method || again.SequenceId != header.SequenceId)
        {
            throw new MismatchException("encoded again, method or number differ");
        }

        // A bare argument that is absent counts as zero and is written as such.
        if (recordedTree.Children.Count > 0 && !ourTree.IsWithin(recordedTree))
        {
            AnswerCheck.RequireSame(recorded, ours[again.BodyOffset..]);
        }
    }
}

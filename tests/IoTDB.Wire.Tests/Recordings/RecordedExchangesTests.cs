using IoTDB.Conformance.Wire;

namespace IoTDB.Wire.Tests.Recordings;

public sealed class RecordedExchangesTests
{
    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "recordings");

    [Theory]
    [MemberData(nameof(Files))]
    public void Recorded_exchanges_are_understood(string file)
    {
        List<FrameResult> results = WireCheck.Run(RecordingFile.Read(Path.Combine(Folder, file)));

        results.Where(result => result.Outcome is FrameOutcome.Failed or FrameOutcome.NotYet)
            .Select(result => $"{result.File}:{result.Line} {result.Outcome}: {result.Detail}")
            .ShouldBeEmpty();
        results.ShouldContain(result => result.Outcome == FrameOutcome.Passed);
    }

    [Fact]
    public void A_frame_that_is_changed_is_noticed()
    {
        RecordingFile file = RecordingFile.Read(Path.Combine(Folder, "query_all_types_nulls.txt"));
        int answer = file.Frames.ToList().FindIndex(frame => frame.Kind == FrameKind.Answer && frame.Comments.Any(line => line.Contains("decoded block", StringComparison.Ordinal)));
        byte[] bytes = [.. file.Frames[answer].Bytes];

        // The last value byte of the last column, before moreData, tableModel and the mapping: found by flipping each byte once.
        int unnoticed = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x01;
            RecordingFile changed = file with { Frames = [.. file.Frames.Select((frame, index) => index == answer ? frame with { Bytes = bytes } : frame)] };
            unnoticed += WireCheck.Run(changed).Any(result => result.Outcome is FrameOutcome.Failed or FrameOutcome.NotYet) ? 0 : 1;
            bytes[i] ^= 0x01;
        }

        // Null flags are "not zero", null bits of booleans hide a value, and NaN has many payloads.
        unnoticed.ShouldBeLessThan(bytes.Length / 20);
    }
}

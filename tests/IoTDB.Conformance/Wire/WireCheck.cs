using IoTDB.Wire;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire;

/// <summary>Holds this library's messages against a recording, frame by frame.</summary>
/// <remarks>What counts as what is written down in the README beside the recordings.</remarks>
internal static class WireCheck
{
    public static List<FrameResult> Run(RecordingFile file)
    {
        List<FrameResult> results = [];
        Conversation conversation = new();
        for (int i = 0; i < file.Frames.Count; i++)
        {
            RecordedFrame frame = file.Frames[i];
            RecordedFrame? next = AnswerTo(file.Frames, i);
            (FrameOutcome outcome, string detail) = Check(frame, next, conversation);
            results.Add(new FrameResult(file.Name, frame.Line, outcome, detail));
        }

        return results;
    }

    // Requests may be sent before the answers to earlier ones: the answer carries the same method and number.
    private static RecordedFrame? AnswerTo(IReadOnlyList<RecordedFrame> frames, int index)
    {
        for (int i = index + 1; frames[index].Kind == FrameKind.Request && i < frames.Count; i++)
        {
            if (frames[i].Kind == FrameKind.Answer && RequestCheck.Belongs(frames[i], frames[index]))
            {
                return frames[i];
            }

            if (frames[i].Kind == FrameKind.Event)
            {
                break;
            }
        }

        return index + 1 < frames.Count ? frames[index + 1] : null;
    }

    private static (FrameOutcome Outcome, string Detail) Check(RecordedFrame frame, RecordedFrame? next, Conversation conversation)
    {
        try
        {
            return frame.Kind switch
            {
                FrameKind.Request => RequestCheck.Run(frame, next, conversation),
                FrameKind.Answer => AnswerCheck.Run(frame, conversation),
                FrameKind.Raw => RawCheck.Run(frame, next),
                _ => (FrameOutcome.Skipped, frame.Text),
            };
        }
        catch (Exception e) when (e is MismatchException or WireFormatException or ThriftApplicationException or InvalidOperationException or FormatException or ArgumentException)
        {
            return (FrameOutcome.Failed, $"{e.GetType().Name}: {e.Message}");
        }
    }
}

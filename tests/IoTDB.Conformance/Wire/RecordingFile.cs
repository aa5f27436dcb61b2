namespace IoTDB.Conformance.Wire;

/// <summary>A recorded scenario. Format: README of the recordings.</summary>
internal sealed record RecordingFile(string Name, IReadOnlyList<RecordedFrame> Frames)
{
    public static RecordingFile Read(string path)
    {
        List<RecordedFrame> frames = [];
        List<string> comments = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith('#'))
            {
                comments.Add(line[1..]);
                continue;
            }

            if (line.Length > 0)
            {
                frames.Add(Parse(path, number, line, comments));
                comments = [];
            }
        }

        return new RecordingFile(Path.GetFileName(path), frames);
    }

    private static RecordedFrame Parse(string path, int number, string line, List<string> comments)
    {
        (FrameKind kind, int skip) = line switch
        {
            ['>', '>', ..] => (FrameKind.Raw, 2),
            ['>', ..] => (FrameKind.Request, 1),
            ['<', ..] => (FrameKind.Answer, 1),
            ['!', ..] => (FrameKind.Event, 1),
            _ => throw new InvalidDataException($"{path}:{number}: a line starts with #, >, >>, < or !."),
        };
        string text = line[skip..].Trim();
        return new RecordedFrame(number, kind, kind == FrameKind.Event ? [] : Convert.FromHexString(text), text, comments);
    }
}

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>M4: the four points of one window after the other.</summary>
/// <remarks>Times have to go on: where a window begins with a point that was already said, 2.0.1-beta says no more. Source: recordings.</remarks>
internal abstract class WindowM4Function(TsDataType input) : PointFunction(input)
{
    private (long First, long Last)? _said;
    private bool _hasEnded;

    protected void Say(IReadOnlyList<Point> window, List<Point> output)
    {
        if (_hasEnded)
        {
            return;
        }

        int before = output.Count;
        FourPoints.Select(window, Type, output);
        if (output.Count == before)
        {
            return;
        }

        long time = output[before].Time;
        if (_said is { } said && (time == said.Last || (said.First != said.Last && (time < said.Last) == (said.First < said.Last))))
        {
            _hasEnded = true;
            output.RemoveRange(before, output.Count - before);
            return;
        }

        _said = (time, output[^1].Time);
    }
}

using System.Globalization;
using IoTDB.Benchmarks.Codec;

namespace IoTDB.Benchmarks.Measuring;

/// <summary>A case's numbers beside what is asked of it.</summary>
internal sealed class CaseReport(CodecCase codecCase, Measurement measured)
{
    public static string Header => $"{"case",-20} {"ns/row",9} {"limit",9} {"ratio",6} {"at most",9} {"B/row",9}";

    public double NanosecondsPerRow => measured.Nanoseconds / codecCase.Rows;

    public double BytesPerRow => measured.AllocatedBytes / codecCase.Rows;

    public bool IsWithinTarget =>
        (codecCase.Target.Ratio is not { } ratio || measured.Ratio is not { } found || found <= ratio)
        && (codecCase.Target.Nanoseconds is not { } nanoseconds || NanosecondsPerRow <= nanoseconds)
        && (codecCase.Target.BytesPerRow is not { } bytes || BytesPerRow <= bytes + 0.01);

    public override string ToString()
    {
        string limit = measured.LimitNanoseconds is { } nanoseconds ? Text(nanoseconds / codecCase.Rows) : "n/a";
        string ratio = measured.Ratio is { } found ? Text(found) : "n/a";
        return $"{codecCase.Name,-20} {Text(NanosecondsPerRow),9} {limit,9} {ratio,6} {codecCase.Target,9} {Text(BytesPerRow),9}{(IsWithinTarget ? "" : "  MISSED")}";
    }

    private static string Text(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

/// <summary>Says of a value that has no form on the wire where it is, why, and what to try. Called once something was refused: costs nothing before.</summary>
internal static class Unsendable
{
    /// <summary>What is wrong with a value, and what to try; never the value itself.</summary>
    /// <param name="problem">What the encoder threw.</param>
    /// <param name="type">The data type; null for the row's time.</param>
    public static string Reason(Exception problem, TsDataType? type) => problem switch
    {
        EncoderFallbackException broken => string.Create(
            CultureInfo.InvariantCulture,
            $"the text holds half of a surrogate pair at {broken.Index}, which UTF-8 cannot carry; mend the text, or store its bytes as BLOB"),
        ArgumentOutOfRangeException when type == TsDataType.Date =>
            "the server stores days from 1000-01-01 to 9999-12-31; leave the value out, or store the day as INT32 or STRING",
        ArgumentOutOfRangeException when type is null or TsDataType.Timestamp =>
            "the server counts nanoseconds, which reach from 1677-09-21 to 2262-04-11; leave it out, or let the server count another unit (timestamp_precision)",
        _ => problem.Message,
    };

    /// <summary>The failure with its place in front.</summary>
    /// <param name="place">Which row, of what.</param>
    /// <param name="measurement">Name of the measurement; null for the row's time, or where it is not known.</param>
    /// <param name="type">Its data type.</param>
    /// <param name="problem">What the encoder threw.</param>
    /// <param name="more">What else is to be said.</param>
    public static ArgumentException At(string place, string? measurement, TsDataType? type, Exception problem, string more = "Nothing was sent.")
    {
        string which = measurement is null ? "" : $", measurement {NodeName.Shown(measurement)}";
        string message = $"{place}{which}, cannot be stored: {Reason(problem, type).TrimEnd('.')}. {more}";
        return problem is ArgumentOutOfRangeException
            ? new ArgumentOutOfRangeException(message, problem)
            : new ArgumentException(message, problem);
    }

    /// <summary>The first cell or time of a tablet that has no form on the wire; null when all have one.</summary>
    /// <param name="tablet">The rows.</param>
    /// <param name="item">Its place among the tablets of the write; null for the only one.</param>
    /// <param name="scale">The server's precision.</param>
    public static ArgumentException? Find(Tablet tablet, int? item, TimeScale scale)
    {
        for (int row = 0; row < tablet.Count; row++)
        {
            if (tablet.Unit == TimeUnit.Ticks && Try(() => scale.FromUnixTicks(tablet.RawTimes[row])) is { } problem)
            {
                return At(PlaceOf(tablet, item, row) + " (its time)", null, null, problem);
            }

            foreach (TabletColumn column in tablet.Columns)
            {
                if (!column.IsNull(row) && Try(() => Measure(column, row, scale)) is { } cell)
                {
                    return At(PlaceOf(tablet, item, row), column.Name, column.DataType, cell);
                }
            }
        }

        return null;
    }

    /// <summary>The measurement of a row that takes most.</summary>
    public static string LargestOf(Tablet tablet, int row) => tablet.Columns.MaxBy(column => column switch
    {
        TabletColumn<string?> text => WireText.Strict.GetByteCount(text.Values[row] ?? string.Empty),
        TabletColumn<byte[]?> bytes => bytes.Values[row]?.Length ?? 0,
        _ => 0,
    })!.Name;

    /// <summary>A row of a tablet, with its time.</summary>
    public static string PlaceOf(Tablet tablet, int? item, int row)
    {
        string which = item is { } place ? string.Create(CultureInfo.InvariantCulture, $"Tablet {place}, row {row}") : string.Create(CultureInfo.InvariantCulture, $"Row {row}");
        return $"{which} of '{tablet.Target}' at {TimeOf(tablet.RawTimes[row], tablet.Unit)}";
    }

    /// <summary>A time as it was given.</summary>
    public static string TimeOf(long time, TimeUnit unit) => unit == TimeUnit.Ticks
        ? new DateTime(time + DateTime.UnixEpoch.Ticks, DateTimeKind.Utc).ToString("O", CultureInfo.InvariantCulture)
        : time.ToString(CultureInfo.InvariantCulture);

    private static void Measure(TabletColumn column, int row, TimeScale scale)
    {
        switch (column)
        {
            case TabletColumn<string?> texts:
                WireText.Strict.GetByteCount(texts.Values[row] ?? string.Empty);
                break;
            case TabletColumn<DateOnly> days:
                DateNumber.Of(days.Values[row]);
                break;
            case TabletColumn<DateTimeOffset> instants:
                scale.FromDateTimeOffset(instants.Values[row]);
                break;
        }
    }

    private static ArgumentException? Try(Action measure)
    {
        try
        {
            measure();
            return null;
        }
        catch (ArgumentException problem)
        {
            return problem;
        }
    }
}

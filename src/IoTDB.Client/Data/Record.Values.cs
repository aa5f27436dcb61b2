namespace IoTDB.Client;

// One overload a data type; a series that exists with another type is widened by the server where it can, else refused.
public sealed partial class Record
{
    /// <summary>Adds a BOOLEAN.</summary>
    public Record Add(string measurement, bool value) => Add(measurement, new RecordCell(TsDataType.Boolean, value ? 1 : 0));

    /// <summary>Adds an INT32.</summary>
    public Record Add(string measurement, int value) => Add(measurement, new RecordCell(TsDataType.Int32, value));

    /// <summary>Adds an INT64.</summary>
    public Record Add(string measurement, long value) => Add(measurement, new RecordCell(TsDataType.Int64, value));

    /// <summary>Adds a FLOAT.</summary>
    public Record Add(string measurement, float value) => Add(measurement, new RecordCell(TsDataType.Float, BitConverter.SingleToInt32Bits(value)));

    /// <summary>Adds a DOUBLE.</summary>
    public Record Add(string measurement, double value) => Add(measurement, new RecordCell(TsDataType.Double, BitConverter.DoubleToInt64Bits(value)));

    /// <summary>Adds a TEXT, or a STRING.</summary>
    public Record Add(string measurement, string value, TsDataType dataType = TsDataType.Text)
    {
        ArgumentNullException.ThrowIfNull(value);
        return dataType is TsDataType.Text or TsDataType.String
            ? Add(measurement, new RecordCell(dataType, 0, value))
            : throw new ArgumentException($"Text cannot be stored as {dataType.ToString().ToUpperInvariant()}.", nameof(dataType));
    }

    /// <summary>Adds a BLOB.</summary>
    public Record Add(string measurement, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(measurement, new RecordCell(TsDataType.Blob, 0, value));
    }

    /// <summary>Adds a DATE.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before the year 1000.</exception>
    public Record Add(string measurement, DateOnly value) => Add(measurement, new RecordCell(TsDataType.Date, WireValues.Date(value)));

    /// <summary>Adds a TIMESTAMP.</summary>
    public Record Add(string measurement, DateTimeOffset value) =>
        Add(measurement, new RecordCell(TsDataType.Timestamp, value.UtcTicks - DateTime.UnixEpoch.Ticks));
}

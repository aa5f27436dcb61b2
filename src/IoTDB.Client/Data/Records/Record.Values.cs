using System.Numerics;
using System.Text;
using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

// One overload a data type; a series that exists with another type is widened by the server where it can, else refused.
public sealed partial class Record
{
    /// <summary>Adds a BOOLEAN.</summary>
    /// <exception cref="ArgumentException">The server could not store a measurement of this name.</exception>
    public Record Add(string measurement, bool value)
    {
        RecordEncoder cell = Begin(measurement, TsDataType.Boolean, RecordEncoder.MaxNumberLength, out RecordShape with);
        cell.Write(value);
        return End(with, cell.Length);
    }

    /// <summary>Adds an INT32.</summary>
    /// <inheritdoc cref="Add(string, bool)"/>
    public Record Add(string measurement, int value) => AddNumber(measurement, TsDataType.Int32, value);

    /// <summary>Adds an INT64.</summary>
    /// <inheritdoc cref="Add(string, bool)"/>
    public Record Add(string measurement, long value) => AddNumber(measurement, TsDataType.Int64, value);

    /// <summary>Adds a FLOAT.</summary>
    /// <inheritdoc cref="Add(string, bool)"/>
    public Record Add(string measurement, float value) => AddNumber(measurement, TsDataType.Float, value);

    /// <summary>Adds a DOUBLE.</summary>
    /// <inheritdoc cref="Add(string, bool)"/>
    public Record Add(string measurement, double value) => AddNumber(measurement, TsDataType.Double, value);

    /// <summary>Adds a TEXT, or a STRING.</summary>
    /// <exception cref="ArgumentException">
    /// The server could not store a measurement of this name, the text holds half of a surrogate pair, or the data type is another.
    /// </exception>
    public Record Add(string measurement, string value, TsDataType dataType = TsDataType.Text)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (dataType is not (TsDataType.Text or TsDataType.String))
        {
            throw new ArgumentException(
                $"Measurement {NodeName.Shown(measurement)}: text cannot be stored as {dataType.ToString().ToUpperInvariant()}, only as TEXT or STRING.", nameof(dataType));
        }

        RecordEncoder cell = Begin(measurement, dataType, 1 + TextCell.MaxLength(value), out RecordShape with);
        try
        {
            cell.WriteText(dataType, value);
        }
        catch (EncoderFallbackException broken)
        {
            throw Unsendable.At($"The {this}", measurement, dataType, broken);
        }

        return End(with, cell.Length);
    }

    /// <summary>Adds a BLOB.</summary>
    /// <inheritdoc cref="Add(string, bool)"/>
    public Record Add(string measurement, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        RecordEncoder cell = Begin(measurement, TsDataType.Blob, 1 + sizeof(int) + value.Length, out RecordShape with);
        cell.WriteBinary(TsDataType.Blob, value);
        return End(with, cell.Length);
    }

    /// <summary>Adds a DATE.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before the year 1000.</exception>
    /// <inheritdoc cref="Add(string, bool)"/>
    public Record Add(string measurement, DateOnly value) => AddNumber(measurement, TsDataType.Date, value >= DateNumber.First ? DateNumber.Of(value) : throw NoDay(measurement, value));

    /// <summary>Adds a TIMESTAMP.</summary>
    /// <inheritdoc cref="Add(string, bool)"/>
    public Record Add(string measurement, DateTimeOffset value) =>
        AddNumber(measurement, TsDataType.Timestamp, value.UtcTicks - DateTime.UnixEpoch.Ticks); // the server's unit is known when the record is sent

    private Record AddNumber<T>(string measurement, TsDataType type, T value)
        where T : unmanaged, INumber<T>
    {
        RecordEncoder cell = Begin(measurement, type, RecordEncoder.MaxNumberLength, out RecordShape with);
        cell.WriteNumber(type, value);
        return End(with, cell.Length);
    }

    private ArgumentException NoDay(string measurement, DateOnly value) =>
        Unsendable.At($"The {this}", measurement, TsDataType.Date, new ArgumentOutOfRangeException(nameof(value)));
}

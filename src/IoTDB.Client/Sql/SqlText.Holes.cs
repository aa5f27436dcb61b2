using System.ComponentModel;

namespace IoTDB.Client;

// One overload a type that has a literal; the compiler refuses every other type.
public sealed partial class SqlText
{
    /// <summary>A string literal, or NULL.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(string? value) => Add(value is null ? SqlPart.Null : new SqlPart(SqlPartKind.Text, value));

    /// <summary>An integer literal.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(long value) => Add(new SqlPart(SqlPartKind.Integer, null, value));

    /// <summary>An integer literal, or NULL.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(long? value) => Add(value is { } v ? new SqlPart(SqlPartKind.Integer, null, v) : SqlPart.Null);

    /// <summary>A real literal; NaN and infinities are refused when the statement is sent.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(double value) => Add(new SqlPart(SqlPartKind.Double, null, BitConverter.DoubleToInt64Bits(value)));

    /// <summary>A real literal, or NULL.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(double? value) =>
        Add(value is { } v ? new SqlPart(SqlPartKind.Double, null, BitConverter.DoubleToInt64Bits(v)) : SqlPart.Null);

    /// <summary>A real literal, as short as single precision allows.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(float value) => Add(new SqlPart(SqlPartKind.Float, null, BitConverter.SingleToInt32Bits(value)));

    /// <summary>A Boolean literal.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(bool value) => Add(new SqlPart(SqlPartKind.Boolean, null, value ? 1 : 0));

    /// <summary>A time, as an integer in the server's precision.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(DateTimeOffset value) => Add(new SqlPart(SqlPartKind.Time, null, value.UtcTicks));

    /// <summary>A UTC time, as an integer in the server's precision.</summary>
    /// <exception cref="ArgumentException">The kind is not <see cref="DateTimeKind.Utc"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(DateTime value)
    {
        _ = new TimeScale(TimePrecision.Milliseconds).FromDateTime(value); // refuses other kinds
        Add(new SqlPart(SqlPartKind.Time, null, value.Ticks));
    }

    /// <summary>A day.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(DateOnly value) => Add(new SqlPart(SqlPartKind.Date, null, value.DayNumber));

    /// <summary>Bytes, or NULL.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(byte[]? value) => Add(value is null ? SqlPart.Null : new SqlPart(SqlPartKind.Blob, value));

    /// <summary>The path of a device, quoted node by node.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(DevicePath value) => Add(new SqlPart(SqlPartKind.Path, value.ToString()));

    /// <summary>A name, quoted as the dialect asks.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(Identifier value) => Add(new SqlPart(SqlPartKind.Identifier, value.Name));

    /// <summary>Trusted text, as it is.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(SqlFragment value) => Add(new SqlPart(SqlPartKind.Raw, value.Text));

    private void Add(SqlPart part) => _parts.Add(part);
}

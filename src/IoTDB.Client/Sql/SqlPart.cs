using System.Diagnostics;

namespace IoTDB.Client;

/// <summary>Literal text or one hole of a <see cref="SqlText"/>.</summary>
/// <param name="Kind">How it is rendered.</param>
/// <param name="Object">Text or bytes.</param>
/// <param name="Bits">Everything that fits into 64 bits.</param>
internal readonly record struct SqlPart(SqlPartKind Kind, object? Object, long Bits = 0)
{
    public static SqlPart Null => new(SqlPartKind.Null, null);

    private string String => (string?)Object ?? throw new ArgumentException("A hole of the statement holds an empty name.");

    public void WriteTo(SqlWriter writer) => _ = Kind switch
    {
        SqlPartKind.Raw => writer.Raw(String),
        SqlPartKind.Null => writer.Null(),
        SqlPartKind.Text => writer.Text(String),
        SqlPartKind.Integer => writer.Number(Bits),
        SqlPartKind.Double => writer.Number(BitConverter.Int64BitsToDouble(Bits)),
        SqlPartKind.Float => writer.Number(BitConverter.Int32BitsToSingle((int)Bits)),
        SqlPartKind.Boolean => writer.Boolean(Bits != 0),
        SqlPartKind.Time => writer.Time(new DateTimeOffset(Bits, TimeSpan.Zero)),
        SqlPartKind.Date => writer.Date(DateOnly.FromDayNumber((int)Bits)),
        SqlPartKind.Blob => writer.Blob((byte[])Object!),
        SqlPartKind.Path => writer.Path(String.Length == 0 ? default : DevicePath.FromCanonical(String)),
        SqlPartKind.Identifier => writer.Identifier(String),
        _ => throw new UnreachableException(),
    };
}

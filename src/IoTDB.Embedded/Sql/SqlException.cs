using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Sql;

/// <summary>A statement the server refuses: the status code and text it answers with.</summary>
internal sealed class SqlException(int code, string message) : Exception(message)
{
    /// <summary>Status code on the wire; <see cref="StatusCode"/> names those the SQL front uses.</summary>
    public int Code { get; } = code;
}

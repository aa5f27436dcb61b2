using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Times;

namespace IoTDB.Embedded.Engine.Writing;

/// <summary>Value readers by session.</summary>
internal static class TextValues
{
    /// <summary>A reader that understands date-times in a session's zone.</summary>
    public static TextValueReader ReaderFor(SqlContext context) => new(text => ReadInstant(text, context));

    private static long? ReadInstant(string text, SqlContext context)
    {
        try
        {
            return DateTimeLiteral.Parse(text, context);
        }
        catch (SqlException)
        {
            return null;
        }
    }
}

using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Sql.Lexing;

/// <summary>Makes the server's answer to text outside its grammar: line from 1, column from 0.</summary>
internal static class SyntaxError
{
    public static SqlException At(string text, int position, string what)
    {
        int line = 1, start = 0;
        for (int index = 0; index < position && index < text.Length; index++)
        {
            if (text[index] == '\n')
            {
                line++;
                start = index + 1;
            }
        }

        return new SqlException(
            StatusCode.SqlParseError,
            $"Error occurred while parsing SQL to physical plan: line {line}:{position - start} {what}");
    }
}

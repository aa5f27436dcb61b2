using System.Text;

namespace IoTDB.Conformance.Sql;

/// <summary>Escapes of names, texts and row lines. Source: data/sql/README.md.</summary>
internal static class RecordText
{
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("\\|\n\r") < 0)
        {
            return text;
        }

        StringBuilder output = new(text.Length + 8);
        foreach (char c in text)
        {
            output.Append(c switch { '\\' => @"\\", '|' => @"\|", '\n' => @"\n", '\r' => @"\r", _ => c.ToString() });
        }

        return output.ToString();
    }

    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder output = new(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\' && index + 1 < text.Length)
            {
                index++;
                output.Append(text[index] switch { 'n' => '\n', 'r' => '\r', char c => c });
            }
            else
            {
                output.Append(text[index]);
            }
        }

        return output.ToString();
    }

    /// <summary>Cuts a line at the bars that no backslash escapes; the parts stay escaped.</summary>
    public static List<string> Split(string line)
    {
        List<string> cells = [];
        int start = 0;
        for (int index = 0; index < line.Length; index++)
        {
            if (line[index] == '\\')
            {
                index++;
            }
            else if (line[index] == '|')
            {
                cells.Add(line[start..index]);
                start = index + 1;
            }
        }

        cells.Add(line[start..]);
        return cells;
    }
}

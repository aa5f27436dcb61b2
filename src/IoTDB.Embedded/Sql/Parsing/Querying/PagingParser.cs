using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>LIMIT, OFFSET, SLIMIT and SOFFSET; a pair's members stand together.</summary>
internal static class PagingParser
{
    /// <summary>The row pair of SHOW statements.</summary>
    public static (long? Limit, long Offset) ParseRows(TokenReader reader)
    {
        TryParsePair(reader, "LIMIT", "OFFSET", "N", out long? limit, out long offset);
        return (limit, offset);
    }

    /// <summary>Both pairs of a SELECT, in either order.</summary>
    public static QueryOptions ParseAll(TokenReader reader, QueryOptions options)
    {
        for (int pair = 0; pair < 2; pair++)
        {
            if (!options.HasSeriesPaging && TryParsePair(reader, "SLIMIT", "SOFFSET", "SN", out long? limit, out long offset))
            {
                options = options with { HasSeriesPaging = true, SeriesLimit = limit, SeriesOffset = offset };
            }
            else if (!options.HasRowPaging && TryParsePair(reader, "LIMIT", "OFFSET", "N", out limit, out offset))
            {
                options = options with { HasRowPaging = true, Limit = limit, Offset = offset };
            }
        }

        return options;
    }

    private static bool TryParsePair(TokenReader reader, string limitWord, string offsetWord, string name, out long? limit, out long offset)
    {
        limit = null;
        offset = 0;
        bool hasLimit = false, hasOffset = false;
        for (int member = 0; member < 2; member++)
        {
            if (!hasLimit && reader.TryWord(limitWord))
            {
                hasLimit = true;
                limit = NumberParser.ParseInt64(reader, $"Out of range. {limitWord} <{name}>: {name} should be Int64.");
                if (limit <= 0)
                {
                    SqlErrors.Semantic($"{limitWord} <{name}>: {name} should be greater than 0.");
                }

                RefuseWide(limitWord, limit.Value, $"{limitWord} <{name}>: {name}");
            }
            else if (!hasOffset && reader.TryWord(offsetWord))
            {
                hasOffset = true;
                offset = NumberParser.ParseInt64(reader, $"Out of range. {offsetWord} <{offsetWord}Value>: {offsetWord}Value should be Int64.");
                RefuseWide(limitWord, offset, $"{offsetWord} <{offsetWord}Value>: {offsetWord}Value");
            }
        }

        return hasLimit || hasOffset;
    }

    // Columns are counted in 32 bits.
    private static void RefuseWide(string limitWord, long number, string what)
    {
        if (limitWord == "SLIMIT" && number > int.MaxValue)
        {
            SqlErrors.Semantic($"Out of range. {what} should be Int32.");
        }
    }
}

namespace IoTDB.Embedded.Executing.Functions.Patterns;

/// <summary>Capturing groups of a pattern: numbers count from the left, names stand for numbers.</summary>
internal sealed class GroupNames(PatternReader reader)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The number of a group that begins here.</summary>
    public int Open(string? name)
    {
        _count++;
        return name is null || _numbers.TryAdd(name, _count) ? _count : throw reader.Error($"Named capturing group <{name}> is already defined");
    }

    /// <summary>A name and the bracket that ends it.</summary>
    public string ReadName()
    {
        string name = string.Empty;
        while (reader.Peek() is >= 0 and < 128 && char.IsAsciiLetterOrDigit((char)reader.Peek()))
        {
            name += (char)reader.Next();
        }

        return name.Length > 0 && char.IsAsciiLetter(name[0]) && reader.Take('>') ? name : throw reader.Error("capturing group name does not start with a Latin letter");
    }

    public int NumberOf(string name) => _numbers.TryGetValue(name, out int number) ? number : throw reader.Error($"named capturing group <{name}> does not exist");

    /// <summary>The number of a back reference: more digits belong to it as long as there are that many groups; null where there is no such group.</summary>
    public int? ReadNumber()
    {
        int number = reader.Next() - '0';
        while (reader.Peek() is >= '0' and <= '9')
        {
            int longer = (number * 10) + reader.Peek() - '0';
            if (longer > _count)
            {
                break;
            }

            number = longer;
            reader.Position++;
        }

        return number <= _count ? number : null;
    }
}

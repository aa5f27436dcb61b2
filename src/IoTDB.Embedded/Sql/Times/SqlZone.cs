using System.Globalization;

namespace IoTDB.Embedded.Sql.Times;

/// <summary>A session's time zone: a fixed offset or a named zone.</summary>
internal sealed class SqlZone
{
    private readonly TimeZoneInfo _zone;

    private SqlZone(string id, TimeZoneInfo zone)
    {
        Id = id;
        _zone = zone;
    }

    public static SqlZone Utc { get; } = new("UTC", TimeZoneInfo.Utc);

    /// <summary>The zone as the client named it.</summary>
    public string Id { get; }

    /// <summary>Reads an offset (<c>+05:30</c>, <c>-09:30</c>, <c>Z</c>, <c>UTC+8</c>) or a zone name.</summary>
    public static bool TryParse(string? text, out SqlZone zone)
    {
        zone = Utc;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        if (text is "Z" or "UTC" or "GMT" or "UT")
        {
            zone = new SqlZone(text, TimeZoneInfo.Utc);
            return true;
        }

        string offset = text.StartsWith("UTC", StringComparison.Ordinal) || text.StartsWith("GMT", StringComparison.Ordinal) ? text[3..] : text;
        if (offset.Length > 0 && offset[0] is '+' or '-')
        {
            if (!TryParseOffset(offset, out TimeSpan span))
            {
                return false;
            }

            // "UTC+8" is kept as "UTC+08:00".
            string id = text[..^offset.Length] + (offset.Length < text.Length ? string.Create(CultureInfo.InvariantCulture, $"{offset[0]}{span:hh\\:mm}") : offset);
            zone = new SqlZone(id, TimeZoneInfo.CreateCustomTimeZone(id, span, id, id));
            return true;
        }

        // The runtime also knows the names of Windows and of three American offsets, the server does not.
        if (text is "EST" or "MST" or "HST" || TimeZoneInfo.TryConvertWindowsIdToIanaId(text, out _) || !TimeZoneInfo.TryFindSystemTimeZoneById(text, out TimeZoneInfo? found))
        {
            return false;
        }

        zone = new SqlZone(text, found);
        return true;
    }

    /// <summary>The offset from UTC valid at an instant.</summary>
    public TimeSpan OffsetAt(DateTimeOffset instant) => _zone.GetUtcOffset(instant);

    /// <summary>The instant of a wall clock; a skipped hour counts with the offset before the change, a repeated one with the first.</summary>
    public DateTimeOffset FromLocal(DateTime local)
    {
        if (_zone.IsAmbiguousTime(local))
        {
            return new DateTimeOffset(local, _zone.GetAmbiguousTimeOffsets(local).Max());
        }

        if (_zone.IsInvalidTime(local))
        {
            TimeSpan before = _zone.GetUtcOffset(local.AddDays(-1));
            return new DateTimeOffset(local, before);
        }

        return new DateTimeOffset(local, _zone.GetUtcOffset(local));
    }

    private static bool TryParseOffset(string text, out TimeSpan offset)
    {
        offset = default;
        string[] parts = text[1..].Split(':');
        if (parts.Length is 0 or > 3)
        {
            return false;
        }

        Span<int> numbers = stackalloc int[3];
        for (int index = 0; index < parts.Length; index++)
        {
            if (parts[index].Length is 0 or > 2 || !int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[index]))
            {
                return false;
            }
        }

        if (numbers[0] > 14 || numbers[1] > 59 || numbers[2] > 59)
        {
            return false;
        }

        // Whole minutes only: .NET's zones have no seconds.
        offset = new TimeSpan(numbers[0], numbers[1], 0);
        offset = text[0] == '-' ? -offset : offset;
        return offset <= TimeSpan.FromHours(14) && offset >= TimeSpan.FromHours(-14);
    }
}

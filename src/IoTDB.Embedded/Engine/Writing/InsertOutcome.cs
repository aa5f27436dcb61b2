namespace IoTDB.Embedded.Engine.Writing;

/// <summary>What became of one <see cref="InsertRows"/>; what is not named here was stored.</summary>
internal sealed class InsertOutcome
{
    private List<string>? _measurements;
    private List<string>? _reasons;

    /// <summary>507 with the measurements that were not stored, or null.</summary>
    public string? Partial => _measurements is null
        ? null
        : $"Fail to insert measurements [{string.Join(", ", _measurements)}] caused by [{string.Join(", ", _reasons!)}]";

    /// <summary>607 for rows older than the device's TTL, or null.</summary>
    public string? Expired { get; internal set; }

    internal void Refuse(string measurement, string reason)
    {
        (_measurements ??= []).Add(measurement);
        (_reasons ??= []).Add(reason);
    }
}

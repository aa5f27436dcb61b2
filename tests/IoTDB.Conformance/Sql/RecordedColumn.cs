namespace IoTDB.Conformance.Sql;

/// <summary>One column of a recorded header.</summary>
/// <param name="Name">Name, unescaped.</param>
/// <param name="Type">The server's word for the type.</param>
public sealed record RecordedColumn(string Name, string Type)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Type}";
}

namespace IoTDB.Client;

/// <summary>A name in a statement: a measurement, a column, a table; quoted as the dialect asks, never pasted.</summary>
/// <param name="Name">The name as the user knows it.</param>
public readonly record struct Identifier(string Name)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

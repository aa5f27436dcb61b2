namespace IoTDB.Orm;

/// <summary>What reading a cell without a value does to a property that cannot be null.</summary>
public enum NullRead
{
    /// <summary>Reading throws and names the column: a missing value is an error.</summary>
    Throw = 0,

    /// <summary>The property gets its type's default: zero, false, empty text, no bytes.</summary>
    Default = 1,
}

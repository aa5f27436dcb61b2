namespace IoTDB;

/// <summary>What a column of the table model is.</summary>
/// <remarks>The number is the category's byte on the wire. Source: TSInsertTabletReq field 10.</remarks>
public enum ColumnCategory : byte
{
    /// <summary>Part of the device's identity; STRING only.</summary>
    Tag = 0,

    /// <summary>A measured value.</summary>
    Field = 1,

    /// <summary>Describes the device; STRING only.</summary>
    Attribute = 2,
}

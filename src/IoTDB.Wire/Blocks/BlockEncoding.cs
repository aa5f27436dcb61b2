namespace IoTDB.Wire.Blocks;

/// <summary>Layout of a column in a result block. Source: wire protocol 9.6.</summary>
internal enum BlockEncoding : byte
{
    /// <summary>Booleans, a bit for every row.</summary>
    ByteArray = 0,

    /// <summary>INT32, DATE, FLOAT: four bytes for every present value.</summary>
    Int32Array = 1,

    /// <summary>INT64, TIMESTAMP, DOUBLE: eight bytes for every present value.</summary>
    Int64Array = 2,

    /// <summary>TEXT, STRING, BLOB: length and bytes for every present value.</summary>
    BinaryArray = 3,

    /// <summary>One value, or none, for all rows.</summary>
    RunLength = 4,

    /// <summary>Distinct values and an index for every row; newer servers only.</summary>
    Dictionary = 5,
}

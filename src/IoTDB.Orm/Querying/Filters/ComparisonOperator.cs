namespace IoTDB.Orm.Querying;

/// <summary>How a column is compared with a constant on its right.</summary>
internal enum ComparisonOperator : byte
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

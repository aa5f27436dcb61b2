namespace IoTDB.Embedded.Executing.Values;

/// <summary>Order and equality of two values of one or of two comparable types; nulls are the caller's business.</summary>
internal static class ValueComparer
{
    public static int Compare(Value left, TsDataType leftType, Value right, TsDataType rightType)
    {
        if (leftType.IsBinary)
        {
            return left.AsBytes.AsSpan().SequenceCompareTo(right.AsBytes);
        }

        bool isReal = leftType is TsDataType.Float or TsDataType.Double || rightType is TsDataType.Float or TsDataType.Double;
        return isReal ? CompareReal(left.ToDouble(leftType), right.ToDouble(rightType)) : Whole(left, leftType).CompareTo(Whole(right, rightType));
    }

    public static int Compare(Value left, Value right, TsDataType type) => Compare(left, type, right, type);

    public static bool AreEqual(Value left, Value right, TsDataType type) =>
        left.IsNull || right.IsNull ? left.IsNull && right.IsNull : Compare(left, type, right, type) == 0;

    // Java's order: -0.0 below 0.0, NaN above all.
    private static int CompareReal(double left, double right)
    {
        if (left < right)
        {
            return -1;
        }

        if (left > right)
        {
            return 1;
        }

        if (left == right)
        {
            return 0;
        }

        return double.IsNaN(left).CompareTo(double.IsNaN(right));
    }

    private static long Whole(Value value, TsDataType type) => type switch
    {
        TsDataType.Boolean => value.AsBoolean ? 1 : 0,
        TsDataType.Int32 or TsDataType.Date => value.AsInt,
        _ => value.AsLong,
    };
}

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

    /// <summary>The operator <c>&lt;</c> of machine numbers: false beside NaN, and -0.0 is not below 0.0.</summary>
    public static bool IsBelow(Value left, Value right, TsDataType type) =>
        type is TsDataType.Float or TsDataType.Double ? left.ToDouble(type) < right.ToDouble(type) : Compare(left, right, type) < 0;

    // Java's total order: -0.0 below 0.0, NaN above all.
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

        bool isOrdinary = left == right && left != 0;
        return isOrdinary ? 0 : double.IsNaN(left) || double.IsNaN(right)
            ? double.IsNaN(left).CompareTo(double.IsNaN(right))
            : double.IsNegative(right).CompareTo(double.IsNegative(left));
    }

    private static long Whole(Value value, TsDataType type) => type switch
    {
        TsDataType.Boolean => value.AsBoolean ? 1 : 0,
        TsDataType.Int32 or TsDataType.Date => value.AsInt,
        _ => value.AsLong,
    };
}

namespace IoTDB.Orm.Querying;

/// <summary>
/// Brings the constant of a comparison into the type of its series, rounded in the direction that keeps the answer:
/// against an integer series the server refuses a literal with a point or out of range (sql.md rule 22).
/// </summary>
internal static class LiteralFitting
{
    private const double TwoTo63 = 9223372036854775808.0;

    /// <returns>True or false where the comparison has that answer for every value; null where <paramref name="fitted"/> is to be compared.</returns>
    internal static bool? TryFit(TsDataType type, ref ComparisonOperator comparison, FilterValue value, out FilterValue fitted)
    {
        fitted = value;
        return (type, value.Kind) switch
        {
            (TsDataType.Int32, FilterValueKind.Integer) => FitInteger(int.MinValue, int.MaxValue, comparison, value.Integer),
            (TsDataType.Int32, FilterValueKind.Real) => FitReal(int.MinValue, int.MaxValue, ref comparison, value.Real, out fitted),
            (TsDataType.Int64 or TsDataType.Timestamp, FilterValueKind.Real) => FitReal(long.MinValue, long.MaxValue, ref comparison, value.Real, out fitted),
            (TsDataType.Float, FilterValueKind.Integer) => FitFloat(ref comparison, value.Integer, out fitted),
            (TsDataType.Float, FilterValueKind.Real) => FitFloat(ref comparison, value.Real, out fitted),
            (TsDataType.Double, FilterValueKind.Integer) => FitDouble(comparison, value.Integer, out fitted),
            (TsDataType.Double, FilterValueKind.Real) => FitDouble(comparison, value.Real, out fitted),
            (TsDataType.Boolean, _) => FitBoolean(ref comparison, value, out fitted),
            _ => null,
        };
    }

    /// <summary>The answer when every value of the series lies on one side of the constant.</summary>
    private static bool Decide(ComparisonOperator comparison, bool constantIsAbove) => comparison switch
    {
        ComparisonOperator.Equal => false,
        ComparisonOperator.NotEqual => true,
        ComparisonOperator.Less or ComparisonOperator.LessOrEqual => constantIsAbove,
        _ => !constantIsAbove,
    };

    private static bool? FitInteger(long minimum, long maximum, ComparisonOperator comparison, long value) =>
        value < minimum ? Decide(comparison, constantIsAbove: false)
        : value > maximum ? Decide(comparison, constantIsAbove: true)
        : null;

    private static bool? FitReal(long minimum, long maximum, ref ComparisonOperator comparison, double value, out FilterValue fitted)
    {
        fitted = default;
        if (double.IsNaN(value))
        {
            return comparison == ComparisonOperator.NotEqual;
        }

        if (value is < -TwoTo63 or >= TwoTo63)
        {
            return Decide(comparison, constantIsAbove: value > 0);
        }

        double below = Math.Floor(value);
        if (below == value)
        {
            fitted = FilterValue.Of((long)value);
            return FitInteger(minimum, maximum, comparison, (long)value);
        }

        // Between two integers: nothing is equal, and the bound moves to the integer on the side that is asked for.
        if (comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            return comparison == ComparisonOperator.NotEqual;
        }

        bool asksForSmaller = comparison is ComparisonOperator.Less or ComparisonOperator.LessOrEqual;
        long bound = (long)below + (asksForSmaller ? 0 : 1);
        if (FitInteger(minimum, maximum, comparison, bound) is { } verdict)
        {
            return verdict;
        }

        comparison = asksForSmaller ? ComparisonOperator.LessOrEqual : ComparisonOperator.GreaterOrEqual;
        fitted = FilterValue.Of(bound);
        return null;
    }

    private static bool? FitFloat(ref ComparisonOperator comparison, double value, out FilterValue fitted)
    {
        float nearest = (float)value;
        fitted = FilterValue.Of((double)nearest);
        if (double.IsNaN(value))
        {
            return comparison == ComparisonOperator.NotEqual;
        }

        if (nearest == value)
        {
            return null;
        }

        if (comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            return comparison == ComparisonOperator.NotEqual;
        }

        if (comparison is ComparisonOperator.Less or ComparisonOperator.LessOrEqual)
        {
            comparison = ComparisonOperator.LessOrEqual;
            fitted = FilterValue.Of((double)(nearest < value ? nearest : float.BitDecrement(nearest)));
        }
        else
        {
            comparison = ComparisonOperator.GreaterOrEqual;
            fitted = FilterValue.Of((double)(nearest > value ? nearest : float.BitIncrement(nearest)));
        }

        return null;
    }

    private static bool? FitDouble(ComparisonOperator comparison, double value, out FilterValue fitted)
    {
        fitted = FilterValue.Of(value);
        return double.IsNaN(value) ? comparison == ComparisonOperator.NotEqual : null;
    }

    private static bool? FitBoolean(ref ComparisonOperator comparison, FilterValue value, out FilterValue fitted)
    {
        fitted = value;
        switch (comparison)
        {
            case ComparisonOperator.Equal:
                return null;
            case ComparisonOperator.NotEqual:
                comparison = ComparisonOperator.Equal;
                fitted = FilterValue.Of(value.Integer == 0);
                return null;
            default:
                throw new NotSupportedException("The server does not order Boolean values; compare with == or !=.");
        }
    }
}

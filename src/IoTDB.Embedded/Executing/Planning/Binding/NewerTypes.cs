using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>What fails for STRING, BLOB, DATE and TIMESTAMP beside functions with rows of their own. Source: recordings.</summary>
internal static class NewerTypes
{
    private static bool IsOld(TsDataType type) =>
        type is TsDataType.Int32 or TsDataType.Int64 or TsDataType.Float or TsDataType.Double or TsDataType.Boolean or TsDataType.Text;

    public static RaisingEvaluator? OfCast(TsDataType from, TsDataType to) =>
        !IsOld(from) ? new RaisingEvaluator(to, $"Unsupported source dataType: {from.Word}")
        : !IsOld(to) ? new RaisingEvaluator(to, $"Unsupported target dataType: {from.Word}")
        : null;

    public static RaisingEvaluator? OfComparison(TsDataType left, TsDataType right)
    {
        if (left is TsDataType.String or TsDataType.Blob && right == left)
        {
            throw new SqlException(StatusCode.QueryProcessError, $"Unsupported data type: {left.Word}");
        }

        return left == TsDataType.String || right == TsDataType.String ? new RaisingEvaluator(TsDataType.Boolean, "Unsupported dataType: TEXT") : null;
    }

    public static RaisingEvaluator OfText(TsDataType result) => new(result, "Unsupported dataType: Unsupported data type: STRING");
}

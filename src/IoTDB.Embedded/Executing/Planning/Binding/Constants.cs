using System.Globalization;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Literals as values of a type.</summary>
internal static class Constants
{
    /// <summary>A literal in an expression; a scan takes literals that overflow, where rows are computed they fail.</summary>
    public static Evaluator Evaluator(ConstantExpression constant, bool isScan)
    {
        if (constant.DataType is not { } type)
        {
            return SqlErrors.Semantic<Evaluator>($"Unsupported constant operand: {constant.Text.ToLowerInvariant()}");
        }

        // An integer beyond 64 bits is noticed only when rows come.
        if (constant.Kind == ConstantKind.Integer && !TryConvert(constant, TsDataType.Int64, out _))
        {
            return new RaisingEvaluator(TsDataType.Int64, $"data type is not consistent, input {constant.Text}, registered INT64");
        }

        if (!isScan && constant.Kind == ConstantKind.Real && TryConvert(constant, type, out Value real) && double.IsInfinity(real.ToDouble(type)))
        {
            return new RaisingEvaluator(type, "The input double value is Infinity");
        }

        return TryConvert(constant, type, out Value value)
            ? new ConstantEvaluator(type, value)
            : SqlErrors.Semantic<Evaluator>($"Unsupported constant operand: {constant.Text}");
    }

    /// <summary>Reads a literal's text as a value of a type; false where it does not fit.</summary>
    public static bool TryConvert(ConstantExpression constant, TsDataType type, out Value value)
    {
        string text = constant.Text;
        value = Value.Null;
        switch (type)
        {
            case TsDataType.Boolean:
                if (!bool.TryParse(text, out bool truth))
                {
                    return false;
                }

                value = Value.Of(truth);
                return true;
            case TsDataType.Int32:
                if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int narrow))
                {
                    return false;
                }

                value = Value.Of(narrow);
                return true;
            case TsDataType.Int64 or TsDataType.Timestamp:
                if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long wide))
                {
                    return false;
                }

                value = Value.Of(wide);
                return true;
            case TsDataType.Float or TsDataType.Double:
                if (constant.Kind is ConstantKind.Boolean or ConstantKind.Text or ConstantKind.Blob ||
                    !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real))
                {
                    return false;
                }

                value = type == TsDataType.Double ? Value.Of(real) : Value.Of(float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
                return true;
            case TsDataType.Date:
                if (!DateText.TryParse(text, out int date))
                {
                    return false;
                }

                value = Value.Of(date);
                return true;
            case TsDataType.Blob:
                if (!BlobText.TryParse(text, out byte[] bytes))
                {
                    return false;
                }

                value = Value.Of(bytes);
                return true;
            default:
                value = Value.Of(text);
                return true;
        }
    }
}

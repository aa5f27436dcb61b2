using System.Text;
using System.Text.RegularExpressions;
using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions.Patterns;
using IoTDB.Embedded.Executing.Values;
using IoTDB.Embedded.Sql;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>Functions over texts.</summary>
internal static class TextFunctions
{
    public static IEnumerable<KeyValuePair<string, ScalarFunction>> All()
    {
        yield return new("LENGTH", (call, arguments) => Map(call, arguments, TsDataType.Int32, static text => Value.Of(text.Length)));
        yield return new("UPPER", (call, arguments) => Map(call, arguments, TsDataType.Text, static text => Value.Of(JavaCase.ToUpper(text))));
        yield return new("LOWER", (call, arguments) => Map(call, arguments, TsDataType.Text, static text => Value.Of(JavaCase.ToLower(text))));
        yield return new("TRIM", (call, arguments) => Map(call, arguments, TsDataType.Text, static text => Value.Of(Trim(text))));
        yield return new("STRCMP", Compare);
        yield return new("CONCAT", Concat);
        yield return new("STRING_CONTAINS", Contains);
        yield return new("STARTSWITH", (call, arguments) => Edge(call, arguments, "prefix", static (text, part) => text.StartsWith(part, StringComparison.Ordinal)));
        yield return new("ENDSWITH", (call, arguments) => Edge(call, arguments, "suffix", static (text, part) => text.EndsWith(part, StringComparison.Ordinal)));
        yield return new("STRING_MATCHES", Matches);
        yield return new("LOCATE", Locate);
    }

    // Java's trim: everything up to the blank.
    private static string Trim(string text)
    {
        int start = 0, end = text.Length;
        while (start < end && text[start] <= ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        return text[start..end];
    }

    private static MapEvaluator Map(FunctionExpression call, Evaluator[] arguments, TsDataType type, Func<string, Value> map)
    {
        FunctionErrors.ExpectCount(call, 1);
        FunctionErrors.ExpectText(call, arguments[0]);
        return new MapEvaluator(type, arguments[0], value => map(value.AsText));
    }

    private static MapEvaluator Contains(FunctionExpression call, Evaluator[] arguments)
    {
        FunctionErrors.ExpectOldText(call, arguments[0]);
        string part = FunctionErrors.Attribute(call, "s");
        return Map(call, arguments, TsDataType.Boolean, text => Value.Of(text.Contains(part, StringComparison.Ordinal)));
    }

    // What is to stand there is missed only when a text is tested.
    private static MapEvaluator Edge(FunctionExpression call, Evaluator[] arguments, string name, Func<string, string, bool> test)
    {
        string? part = call.Attribute("target");
        return Map(call, arguments, TsDataType.Boolean, text => Value.Of(part is null
            ? SqlErrors.Execution<bool>($"java.lang.NullPointerException: Cannot invoke \"String.length()\" because \"{name}\" is null")
            : test(text, part)));
    }

    private static MapEvaluator Matches(FunctionExpression call, Evaluator[] arguments)
    {
        FunctionErrors.ExpectOldText(call, arguments[0]);
        string regex = FunctionErrors.Attribute(call, "regex");
        try
        {
            Regex pattern = RegularExpressions.CompileWhole(regex);
            return Map(call, arguments, TsDataType.Boolean, text => Value.Of(pattern.IsMatch(text)));
        }
        catch (ArgumentException error)
        {
            throw FunctionErrors.Inferred($"java.util.regex.PatternSyntaxException: {error.Message}");
        }
    }

    private static MapEvaluator Locate(FunctionExpression call, Evaluator[] arguments)
    {
        string target = FunctionErrors.Attribute(call, "target");
        FunctionErrors.ExpectParameter(target.Length > 0, "target should not be empty");
        bool fromEnd = bool.TryParse(call.Attribute("reverse"), out bool reverse) && reverse;
        return Map(call, arguments, TsDataType.Int32, text => Value.Of(
            fromEnd ? text.LastIndexOf(target, StringComparison.Ordinal) : text.IndexOf(target, StringComparison.Ordinal)));
    }

    private static CombineEvaluator Compare(FunctionExpression call, Evaluator[] arguments)
    {
        FunctionErrors.ExpectCount(call, 2);
        FunctionErrors.ExpectText(call, arguments[0]);
        FunctionErrors.ExpectText(call, arguments[1]);
        return new CombineEvaluator(TsDataType.Int32, arguments, static values =>
            values[0].IsNull || values[1].IsNull ? Value.Null : Value.Of(Difference(values[0].AsText, values[1].AsText)));
    }

    // Java's compareTo: the difference of the first characters that differ, else of the lengths.
    private static int Difference(string left, string right)
    {
        int shorter = Math.Min(left.Length, right.Length);
        for (int index = 0; index < shorter; index++)
        {
            if (left[index] != right[index])
            {
                return left[index] - right[index];
            }
        }

        return left.Length - right.Length;
    }

    private static CombineEvaluator Concat(FunctionExpression call, Evaluator[] arguments)
    {
        foreach (Evaluator argument in arguments)
        {
            FunctionErrors.ExpectText(call, argument);
        }

        bool seriesBehind = bool.TryParse(call.Attribute("series_behind"), out bool behind) && behind;
        string literals = string.Concat(call.Attributes.Where(pair => pair.Key.StartsWith("target", StringComparison.Ordinal)).Select(pair => pair.Value));
        return new CombineEvaluator(TsDataType.Text, arguments, values =>
        {
            StringBuilder series = new();
            foreach (Value value in values)
            {
                if (!value.IsNull)
                {
                    series.Append(value.AsText);
                }
            }

            return Value.Of(seriesBehind ? literals + series : series + literals);
        });
    }
}

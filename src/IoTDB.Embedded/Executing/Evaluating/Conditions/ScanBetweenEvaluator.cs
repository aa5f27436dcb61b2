using IoTDB.Embedded.Executing.Values;

namespace IoTDB.Embedded.Executing.Evaluating;

/// <summary>BETWEEN over real numbers by the scan of a series: NaN is neither between nor not between.</summary>
internal sealed class ScanBetweenEvaluator(Evaluator operand, Evaluator low, Evaluator high, bool isNot) : Evaluator(TsDataType.Boolean)
{
    public override Value Evaluate(Row row)
    {
        Value value = operand.Evaluate(row);
        Value from = low.Evaluate(row);
        Value to = high.Evaluate(row);
        if (value.IsNull || from.IsNull || to.IsNull)
        {
            return Value.Null;
        }

        double number = value.ToDouble(operand.Type);
        double least = from.ToDouble(low.Type);
        double most = to.ToDouble(high.Type);
        return Value.Of(isNot ? number < least || number > most : number >= least && number <= most);
    }
}

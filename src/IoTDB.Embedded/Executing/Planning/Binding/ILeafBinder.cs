using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Finds what an expression's leaves stand for.</summary>
internal interface ILeafBinder
{
    /// <summary>The values of a series; a <see cref="NullEvaluator"/> where it does not exist.</summary>
    Evaluator BindPath(PathExpression path);

    /// <summary>The result of a call computed elsewhere: an aggregate, or a function with rows of its own; null for any other call.</summary>
    Evaluator? BindCall(FunctionExpression call);
}

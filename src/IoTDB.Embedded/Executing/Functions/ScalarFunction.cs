using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Executing.Functions;

/// <summary>Makes the evaluator of a call that gives one value a row.</summary>
internal delegate Evaluator ScalarFunction(FunctionExpression call, Evaluator[] arguments);

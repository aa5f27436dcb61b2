using IoTDB.Embedded.Executing.Evaluating;
using IoTDB.Embedded.Executing.Functions;

namespace IoTDB.Embedded.Executing.Operators;

/// <summary>A function with rows of its own, what it reads, and the functions whose points it reads.</summary>
internal sealed record PointStage(PointFunction Function, Evaluator Argument, IReadOnlyList<PointEvaluator> Needs);

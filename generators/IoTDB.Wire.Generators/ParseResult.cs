namespace IoTDB.Wire.Generators;

/// <summary>What parsing one declaration gave: a model, or the reasons why not.</summary>
internal sealed record ParseResult(StructModel? Model, EquatableArray<DiagnosticModel> Diagnostics);

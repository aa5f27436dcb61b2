using IoTDB.Orm.Schema;

namespace IoTDB.Orm;

/// <summary>Creates timeseries of one aligned device, and the device with them where it does not exist.</summary>
/// <remarks>The server creates all of them or none: one that exists refuses the statement.</remarks>
public sealed class CreateSeriesStep : SchemaStep
{
    internal CreateSeriesStep(string device, IReadOnlyList<MeasurementModel> measurements)
        : base(SchemaCategory.Additive, device, SchemaSql.CreateAlignedTimeseries(device, measurements)) =>
        Measurements = measurements;

    /// <summary>Timeseries to create, in order of declaration.</summary>
    public IReadOnlyList<MeasurementModel> Measurements { get; }

    /// <inheritdoc/>
    public override string Precondition => $"{Target} does not exist or is aligned, and has none of {Names}";

    /// <inheritdoc/>
    public override string Postcondition => $"{Target} is aligned and has {Names} with the types asked for";

    internal override int Rank => 1;

    private string Names => string.Join(", ", Measurements.Select(static m => m.Name));
}

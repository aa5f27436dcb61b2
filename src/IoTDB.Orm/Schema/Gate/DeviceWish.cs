using IoTDB.Client;

namespace IoTDB.Orm.Schema;

/// <summary>An aligned device that is to have some timeseries.</summary>
internal sealed class DeviceWish(ISchemaServer server, EntitySchema device) : IWish
{
    public string Whole => SchemaSql.CreateAlignedTimeseries(device.Wildcard, device.Measurements);

    // One statement with a name that exists creates nothing, so it is made of exactly the missing names.
    public async Task<string?> ReadAsync(CancellationToken ct)
    {
        IReadOnlyList<SchemaDifference> differences = await SchemaReader.CompareDeviceAsync(server, device, ct).ConfigureAwait(false);
        SchemaDifference[] conflicts =
        [
            .. differences.Where(static difference => difference.Category is not (SchemaCategory.Additive or SchemaCategory.Metadata)),
        ];
        if (conflicts.Length > 0)
        {
            throw new SchemaMismatchException($"Device {device.Wildcard} exists in another shape than {device.Name} needs:", conflicts)
            {
                Outcome = Outcome.NotSent,
            };
        }

        if (differences.Any(static difference => difference.Kind == SchemaDifferenceKind.DeviceMissing))
        {
            return Whole;
        }

        MeasurementModel[] missing =
        [
            .. differences
                .Where(static difference => difference.Kind == SchemaDifferenceKind.SeriesMissing)
                .Select(difference => device.Measurements[device.IndexOf(difference.Measurement!)]),
        ];
        return missing.Length == 0 ? null : SchemaSql.CreateAlignedTimeseries(device.Wildcard, missing);
    }

    public IoTDBException NotReached(string statement) =>
        new($"The server accepted '{statement}' and does not show the timeseries afterwards.") { Outcome = Outcome.Unknown };
}

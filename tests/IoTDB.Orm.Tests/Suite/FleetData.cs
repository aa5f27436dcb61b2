namespace IoTDB.Orm.Tests.Suite;

/// <summary>Rows that are stored, and the repository that stored them.</summary>
internal sealed record FleetData(IRepository<PumpReading> Pumps, List<PumpReading> Rows)
{
    public string Line => Rows[0].Line;

    /// <summary>Rows of one device.</summary>
    public IEnumerable<PumpReading> Of(string pump) => Rows.Where(row => row.Pump == pump);

    public UnboundedQuery<PumpReading> One(string pump = "pump1") => Pumps.Query(PumpReading.Device(Line, pump));

    public UnboundedQuery<PumpReading> All() => Pumps.Query(PumpReading.Devices(line: Line));
}

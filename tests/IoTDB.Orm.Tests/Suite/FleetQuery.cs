using IoTDB.Client;

namespace IoTDB.Orm.Tests.Suite;

/// <summary>Queries that are only looked at, never sent: their data source knows no server.</summary>
internal sealed class FleetQuery
{
    private static readonly IoTDBDataSource s_nowhere = new IoTDBDataSourceBuilder("Host=nowhere.invalid;Username=u;Password=p").Build();

    public static IRepository<PumpReading> Pumps { get; } = s_nowhere.Repository<PumpReading>();

    public DeviceQuery<PumpReading> Bounded { get; } =
        Pumps.Query(PumpReading.Device("line1", "pump7")).Between(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));

    public DeviceQuery<PumpReading> Unbounded { get; } = Pumps.Query(PumpReading.Device("line1", "pump7")).AllTime();
}

using IoTDB.Client;
using Microsoft.Extensions.Hosting;

namespace IoTDB.Orm.Tests.Hosting;

/// <summary>A hosted service that looks at a timeseries when it is started; registered before the schema's own.</summary>
internal sealed class LookAtStart(string path) : IHostedService
{
    private IoTDBDataSource? _db;

    public string? Seen { get; private set; }

    public LookAtStart At(IoTDBDataSource db)
    {
        _db = db;
        return this;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using SessionLease lease = await _db!.RentAsync(cancellationToken);
        await using ResultSet rows = await lease.Session.ExecuteQueryAsync($"SHOW TIMESERIES {path}", cancellationToken: cancellationToken);
        Seen = await rows.ReadAsync(cancellationToken) ? rows.GetString("Encoding") : "missing";
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

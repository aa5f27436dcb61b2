// An IoTDB of its own: `dotnet run --project samples/EmbeddedServer -- --port 6667 --data DIR`, then point any client at it.
using System.CommandLine;
using System.Net.Sockets;
using IoTDB;
using IoTDB.Embedded;
using IoTDB.Embedded.Sqlite;

var port = new Option<int>("--port") { Description = "TCP port on 127.0.0.1; 0 takes a free one.", DefaultValueFactory = _ => 6667 };
var precision = new Option<TimePrecision>("--precision")
{
    Description = "Unit of all times.",
    DefaultValueFactory = _ => TimePrecision.Milliseconds,
};
var password = new Option<string>("--password") { Description = "Password of the user root.", DefaultValueFactory = _ => "root" };

var data = new Option<DirectoryInfo?>("--data") { Description = "Directory to keep data in, across restarts and crashes; without it data is in memory." };

var command = new RootCommand("Runs the embedded IoTDB server until Ctrl+C.") { port, precision, password, data };
command.SetAction(async (options, ct) =>
{
    var storage = options.GetValue(data) is { } directory ? SqliteStorage.At(directory.FullName) : null;
    try
    {
        await using var server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions
        {
            Port = options.GetValue(port),
            Precision = options.GetValue(precision),
            Password = options.GetValue(password)!,
            Storage = storage,
        }, ct);
        Console.WriteLine(storage is null
            ? "Data is in memory."
            : $"Data is in {storage.Directory}: {server.Restored.Points} points of {server.Restored.Series} series found.");
        Console.WriteLine($"Listening: {server.ConnectionString}");
        await UntilStoppedAsync(ct);
        return 0;
    }
    catch (SocketException taken)
    {
        await Console.Error.WriteLineAsync($"Port {options.GetValue(port)} cannot be opened: {taken.Message}");
        return 1;
    }
    catch (EmbeddedStorageException unusable)
    {
        await Console.Error.WriteLineAsync(unusable.Message);
        return 1;
    }
});
return await command.Parse(args).InvokeAsync();

static async Task UntilStoppedAsync(CancellationToken ct)
{
    var stopped = new TaskCompletionSource();
    await using var registration = ct.Register(() => stopped.SetResult());
    await stopped.Task;
    Console.WriteLine("Stopped.");
}

// An IoTDB of its own: `dotnet run --project samples/EmbeddedServer -- --port 6667`, then point any client at it.
using System.CommandLine;
using System.Net.Sockets;
using IoTDB;
using IoTDB.Embedded;

var port = new Option<int>("--port") { Description = "TCP port on 127.0.0.1; 0 takes a free one.", DefaultValueFactory = _ => 6667 };
var precision = new Option<TimePrecision>("--precision")
{
    Description = "Unit of all times.",
    DefaultValueFactory = _ => TimePrecision.Milliseconds,
};
var password = new Option<string>("--password") { Description = "Password of the user root.", DefaultValueFactory = _ => "root" };

var command = new RootCommand("Runs the embedded IoTDB server until Ctrl+C. Data is in memory.") { port, precision, password };
command.SetAction(async (options, ct) =>
{
    try
    {
        await using var server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions
        {
            Port = options.GetValue(port),
            Precision = options.GetValue(precision),
            Password = options.GetValue(password)!,
        }, ct);
        Console.WriteLine($"Listening: {server.ConnectionString}");
        await UntilStoppedAsync(ct);
        return 0;
    }
    catch (SocketException taken)
    {
        await Console.Error.WriteLineAsync($"Port {options.GetValue(port)} cannot be opened: {taken.Message}");
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

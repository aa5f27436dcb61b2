using System.Diagnostics;
using System.Globalization;

namespace IoTDB.Embedded.Sqlite.Tests;

/// <summary>The sample server in a process of its own, to be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string PortKey = "Port=";
    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public static async Task<ServerProcess> StartAsync(string directory)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EmbeddedServer.dll"), "--port", "0", "--data", directory])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(PortKey, StringComparison.Ordinal) is var at and >= 0)
            {
                var digits = line[(at + PortKey.Length)..].TakeWhile(char.IsAsciiDigit);
                return new ServerProcess(process, int.Parse(string.Concat(digits), CultureInfo.InvariantCulture));
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>SIGKILL: the process has no say in it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

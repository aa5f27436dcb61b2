using System.Diagnostics;
using System.Globalization;

namespace IoTDB.Testing;

/// <summary>A real Apache IoTDB of one or three nodes, started for one test and killed as it pleases.</summary>
public sealed class RealCluster : IAsyncDisposable
{
    private static readonly string s_script = RepositoryRoot.Combine("..", "shared", "iotdb", "iotdb");

    private readonly string _folder;
    private readonly int _nodes;

    private RealCluster(string folder, int nodes, int port)
    {
        _folder = folder;
        _nodes = nodes;
        Port = port;
    }

    /// <summary>Whether the server's script is beside this repository.</summary>
    public static bool IsAvailable => File.Exists(s_script);

    /// <summary>Client port of the first node; the others follow.</summary>
    public int Port { get; }

    /// <summary>Connection string with all nodes.</summary>
    public string ConnectionString =>
        $"Host={string.Join(',', Enumerable.Range(Port, _nodes).Select(port => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}")))};Username=root;Password=root";

    /// <summary>Starts one in a folder of its own; takes 6 to 10 s.</summary>
    /// <param name="nodes">1 or 3 DataNodes.</param>
    /// <param name="settings">Lines of <c>iotdb-system.properties</c>.</param>
    public static async Task<RealCluster> StartAsync(int nodes, params string[] settings)
    {
        string folder = Directory.CreateTempSubdirectory("iotdb-").FullName;
        List<string> arguments = ["start", "--dir", folder, "--port", "auto", "--nodes", nodes.ToString(CultureInfo.InvariantCulture)];
        foreach (string setting in settings)
        {
            arguments.AddRange(["--set", setting]);
        }

        await RunAsync([.. arguments]);
        int port = int.Parse(await RunAsync("port", "--dir", folder), CultureInfo.InvariantCulture);
        return new RealCluster(folder, nodes, port);
    }

    /// <summary>Kills a node with SIGKILL.</summary>
    public Task KillAsync(int node) => RunAsync("kill", "--dir", _folder, Name(node));

    /// <summary>Starts a killed node on its data, and waits until it answers.</summary>
    public Task BootAsync(int node) => RunAsync("boot", "--dir", _folder, Name(node));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop", "--dir", _folder);
        Directory.Delete(_folder, recursive: true);
    }

    private static string Name(int node) => string.Create(CultureInfo.InvariantCulture, $"datanode{node}");

    private static async Task<string> RunAsync(params string[] arguments)
    {
        // The servers it starts keep its output open: only what it prints to a file can be read to the end.
        string output = Path.GetTempFileName();
        ProcessStartInfo start = new("bash") { UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("out=$1; shift; exec \"$@\" > \"$out\" 2>&1 < /dev/null");
        start.ArgumentList.Add("iotdb");
        start.ArgumentList.Add(output);
        start.ArgumentList.Add(s_script);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
            using CancellationTokenSource limit = new(TimeSpan.FromMinutes(4));
            await process.WaitForExitAsync(limit.Token);
            string text = (await File.ReadAllTextAsync(output, CancellationToken.None)).Trim();
            return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{s_script} {string.Join(' ', arguments)} failed: {text}");
        }
        finally
        {
            File.Delete(output);
        }
    }
}

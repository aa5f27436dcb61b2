using System.Globalization;
using System.Net;
using IoTDB.Embedded;

namespace IoTDB.Conformance.Sql;

/// <summary>Where recordings run: a server at an address, or a fresh embedded one for each file.</summary>
public sealed record SqlTarget(string? Host, int Port)
{
    /// <summary>The embedded server.</summary>
    public static SqlTarget Embedded { get; } = new(null, 0);

    /// <summary>Reads <c>embedded</c> or <c>HOST:PORT</c>.</summary>
    public static bool TryParse(string text, out SqlTarget target)
    {
        target = Embedded;
        if (text == "embedded")
        {
            return true;
        }

        int colon = text.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int port) || port > IPEndPoint.MaxPort)
        {
            return false;
        }

        target = new SqlTarget(text[..colon], port);
        return true;
    }

    /// <summary>Runs one recording.</summary>
    public async Task<IReadOnlyList<SqlResult>> RunAsync(string path)
    {
        if (Host is not null)
        {
            return await SqlRunner.RunAsync(path, Host, Port);
        }

        if (SqlRunner.IsTable(path))
        {
            return SqlRunner.Skip(path, "table dialect not yet");
        }

        await using EmbeddedIoTDB server = await EmbeddedIoTDB.StartAsync();
        return await SqlRunner.RunAsync(path, "127.0.0.1", server.Port);
    }
}

using System.Runtime.CompilerServices;
using IoTDB.Client;

namespace IoTDB.Orm.Querying;

/// <summary>Rows of a mapped class out of the answer to any statement.</summary>
internal static class MappedSql
{
    /// <summary>Reads all rows.</summary>
    /// <exception cref="InvalidOperationException">The answer has no times, no measurement of the class, or values of several devices in one row.</exception>
    /// <exception cref="InvalidDataException">A device is none of the class.</exception>
    internal static async IAsyncEnumerable<T> ReadAsync<T>(ResultSet results, [EnumeratorCancellation] CancellationToken ct)
        where T : class, IDeviceEntity<T>
    {
        var answer = new RowAnswer<T>(results, Interval.All, DeviceOf<T>(results));
        await using (answer.ConfigureAwait(false))
        {
            for (int count = await answer.ReadAsync(ct).ConfigureAwait(false); count > 0; count = await answer.ReadAsync(ct).ConfigureAwait(false))
            {
                for (int i = 0; i < count; i++)
                {
                    ct.ThrowIfCancellationRequested();
                    yield return answer[i];
                }
            }
        }
    }

    // Without a column that names it, the device is what the columns' paths say.
    private static DeviceKey<T> DeviceOf<T>(ResultSet results)
        where T : class, IDeviceEntity<T>
    {
        string type = typeof(T).Name;
        if (!results.HasTime)
        {
            throw new InvalidOperationException($"Rows of {type} have a time, and the answer has none; read aggregates and newest values as numbers or tuples.");
        }

        bool namesDevice = results.Columns.Any(static column => column.Name == "Device");
        string? device = null;
        bool isAny = false;
        foreach (ResultColumn column in results.Columns)
        {
            (string? path, string name) = Split(column.Name, namesDevice);
            if (T.Model.IndexOf(name) < 0)
            {
                continue;
            }

            isAny = true;
            if (path is not null && device is not null && path != device)
            {
                throw new InvalidOperationException(
                    $"The answer has values of '{device}' and of '{path}' in one row, and a {type} is of one device; add 'align by device'.");
            }

            device ??= path;
        }

        if (!isAny && results.Columns.Count > 0)
        {
            throw new InvalidOperationException(
                $"None of the columns {string.Join(", ", results.Columns.Take(8).Select(static column => column.Name))} is a measurement of {type}: {string.Join(", ", T.Model.WireNames.Take(20))}.");
        }

        return device is null ? default : new DeviceKey<T>(DevicePath.FromCanonical(device), T.Model.KeysOf(device));
    }

    private static (string? Device, string Measurement) Split(string column, bool namesDevice)
    {
        if (namesDevice || !column.StartsWith("root.", StringComparison.Ordinal))
        {
            return (null, column);
        }

        string[] nodes = PathParser.Split(column);
        return (string.Join('.', nodes[..^1]), nodes[^1]);
    }
}

using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Text;
using IoTDB.Conformance.Wire.Replay;
using IoTDB.Testing;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Tests.Typed;

/// <summary>Sends typed requests to a server of either kind and says their statuses as short texts: <c>200</c>, <c>302[200, 507]</c>.</summary>
internal sealed class TypedProbe : IAsyncDisposable
{
    private readonly WireConnection _connection;

    private TypedProbe(WireConnection connection) => _connection = connection;

    public long SessionId => _connection.SessionId;

    public long StatementId => _connection.StatementId;

    public static async Task<TypedProbe> OpenAsync(ServerKind kind)
    {
        var endpoint = new DbConnectionStringBuilder { ConnectionString = await TestServer.GetAsync(kind) };
        var port = int.Parse((string)endpoint["Port"], CultureInfo.InvariantCulture);
        var isCompact = endpoint.TryGetValue("RpcCompression", out var compression) && bool.Parse((string)compression);
        return new TypedProbe(await WireConnection.OpenAsync((string)endpoint["Host"], port, isCompact ? ThriftProtocol.Compact : ThriftProtocol.Binary));
    }

    /// <summary>A device of its own in a database that tests share.</summary>
    public static string Device() => "root.typed." + TestNames.Unique();

    public async Task<string> SendAsync<TRequest>(string method, TRequest request)
        where TRequest : IThriftStruct<TRequest> => TextOf(await _connection.CallAsync<TRequest, Status>(method, request));

    public async Task<string> SendPlainAsync<TArguments>(string method, TArguments arguments)
        where TArguments : IThriftStruct<TArguments> => TextOf(await _connection.CallPlainAsync<TArguments, Status>(method, arguments));

    public async Task<TResponse> CallAsync<TRequest, TResponse>(string method, TRequest request)
        where TRequest : IThriftStruct<TRequest>
        where TResponse : IThriftStruct<TResponse> => await _connection.CallAsync<TRequest, TResponse>(method, request);

    public async Task<TResponse> CallPlainAsync<TRequest, TResponse>(string method, TRequest request)
        where TRequest : IThriftStruct<TRequest>
        where TResponse : IThriftStruct<TResponse> => await _connection.CallPlainAsync<TRequest, TResponse>(method, request);

    public async Task<string> SqlAsync(string sql) => TextOf((await _connection.ExecuteAsync(sql)).Status);

    /// <summary>Rows of a query, cells separated by blanks.</summary>
    public async Task<string[]> RowsAsync(string sql) =>
        [.. (await _connection.QueryAsync(sql)).Select(row => string.Join(' ', row.Select(cell => Convert.ToString(cell ?? "null", CultureInfo.InvariantCulture))))];

    public Task<string> RecordAsync(string device, long time, bool aligned, params (string Name, object Value)[] cells) => SendAsync(
        Methods.InsertRecord,
        new InsertRecordRequest(SessionId, device, [.. cells.Select(cell => cell.Name)], Cells(cells.Select(cell => cell.Value)), time, aligned));

    public Task<string> StringRecordAsync(string device, long time, bool aligned, params (string Name, string Value)[] cells) => SendAsync(
        Methods.InsertStringRecord,
        new InsertStringRecordRequest(SessionId, device, [.. cells.Select(cell => cell.Name)], [.. cells.Select(cell => cell.Value)], time, aligned));

    public Task<string> TabletAsync(string device, bool aligned, long[] times, params (string Name, TsDataType Type, object?[] Values)[] columns) => SendAsync(
        Methods.InsertTablet,
        new InsertTabletRequest(
            SessionId, device, [.. columns.Select(column => column.Name)], Columns(columns), Times(times), [.. columns.Select(column => (int)column.Type)], times.Length, aligned));

    public static string TextOf(Status status) =>
        status.Code.ToString(CultureInfo.InvariantCulture)
        + (status.SubStatus is { } parts ? $"[{string.Join(", ", parts.Select(TextOf))}]" : "");

    /// <summary>Values of a record: a type byte before each.</summary>
    public static ReadOnlyMemory<byte> Cells(IEnumerable<object> values)
    {
        using var bytes = new MemoryStream();
        foreach (var value in values)
        {
            var type = TypeOf(value);
            bytes.WriteByte((byte)type);
            Write(bytes, type, value);
        }

        return bytes.ToArray();
    }

    /// <summary>Columns of a tablet, followed by a flag each and, where there are nulls, their bits.</summary>
    public static ReadOnlyMemory<byte> Columns(IReadOnlyList<(string Name, TsDataType Type, object?[] Values)> columns)
    {
        using var bytes = new MemoryStream();
        foreach (var (_, type, values) in columns)
        {
            foreach (var value in values)
            {
                Write(bytes, type, value ?? Nothing(type));
            }
        }

        foreach (var (_, _, values) in columns)
        {
            var bits = new byte[(values.Length / 8) + 1];
            for (var row = 0; row < values.Length; row++)
            {
                bits[row / 8] |= (byte)(values[row] is null ? 1 << (row % 8) : 0);
            }

            var hasNulls = values.Contains(null);
            bytes.WriteByte((byte)(hasNulls ? 1 : 0));
            bytes.Write(hasNulls ? bits : []);
        }

        return bytes.ToArray();
    }

    public static ReadOnlyMemory<byte> Times(params long[] times)
    {
        var bytes = new byte[times.Length * sizeof(long)];
        for (var i = 0; i < times.Length; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * sizeof(long)), times[i]);
        }

        return bytes;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static TsDataType TypeOf(object value) => value switch
    {
        bool => TsDataType.Boolean,
        int => TsDataType.Int32,
        long => TsDataType.Int64,
        float => TsDataType.Float,
        double => TsDataType.Double,
        byte[] => TsDataType.Blob,
        DateOnly => TsDataType.Date,
        DateTime => TsDataType.Timestamp,
        char[] => TsDataType.String,
        _ => TsDataType.Text,
    };

    private static object Nothing(TsDataType type) => type switch
    {
        TsDataType.Boolean => false,
        TsDataType.Int32 => 0,
        TsDataType.Date => new DateOnly(1000, 1, 1),
        TsDataType.Int64 or TsDataType.Timestamp => 0L,
        TsDataType.Float => 0f,
        TsDataType.Double => 0d,
        _ => "",
    };

    private static void Write(MemoryStream bytes, TsDataType type, object value)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        switch (type)
        {
            case TsDataType.Boolean:
                bytes.WriteByte((byte)((bool)value ? 1 : 0));
                return;
            case TsDataType.Int32 or TsDataType.Date:
                BinaryPrimitives.WriteInt32BigEndian(number, value is DateOnly date ? (date.Year * 10000) + (date.Month * 100) + date.Day : (int)value);
                bytes.Write(number[..sizeof(int)]);
                return;
            case TsDataType.Int64 or TsDataType.Timestamp:
                BinaryPrimitives.WriteInt64BigEndian(number, value is DateTime instant ? new DateTimeOffset(instant).ToUnixTimeMilliseconds() : (long)value);
                bytes.Write(number);
                return;
            case TsDataType.Float:
                BinaryPrimitives.WriteSingleBigEndian(number, (float)value);
                bytes.Write(number[..sizeof(float)]);
                return;
            case TsDataType.Double:
                BinaryPrimitives.WriteDoubleBigEndian(number, (double)value);
                bytes.Write(number);
                return;
            default:
                var content = value as byte[] ?? Encoding.UTF8.GetBytes(value is char[] text ? new string(text) : (string)value);
                BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
                bytes.Write(number[..sizeof(int)]);
                bytes.Write(content);
                return;
        }
    }
}

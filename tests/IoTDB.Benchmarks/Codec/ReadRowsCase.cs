using IoTDB.Benchmarks.Rows;
using IoTDB.Orm;
using IoTDB.Orm.Generated;
using IoTDB.Wire;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Codec;

/// <summary>A reply to new objects, by the generated reader.</summary>
/// <param name="reply">The reply, without its length word.</param>
/// <param name="expected">The rows that are in it.</param>
/// <param name="names">The columns, in the order of the blocks.</param>
internal abstract class ReadRowsCase<T>(byte[] reply, T[] expected, string[] names) : CodecCase
    where T : class, IDeviceEntity<T>
{
    private readonly ResultBlock _block = new();
    private readonly T[] _rows = new T[1000];
    private readonly string[] _headers = [.. names.Select(name => $"{MixedColumns.Device}.{name}")];
    private readonly int[] _places = [.. Enumerable.Range(0, names.Length)];

    public override int Rows => expected.Length;

    public override CodecTarget Target { get; } = new(Ratio: 1.4);

    public override void Prepare()
    {
        Run();
        for (int i = 0; i < _rows.Length; i++)
        {
            Require(Same(_rows[i], expected[expected.Length - _rows.Length + i]), "the last block's rows are read");
        }
    }

    public override void Run()
    {
        FetchResultsResponse response = Calls.ReadReply<FetchResultsResponse>(
            reply, ThriftProtocol.Binary, Methods.FetchResultsV2, Replies.SequenceId, WireLimits.Default);
        using RowReader<T> reader = new(_headers, _places, T.Model.Device(), default);
        foreach (ReadOnlyMemory<byte> block in response.QueryResult!)
        {
            _block.Parse(block);
            reader.Read(_block, _rows.AsSpan(0, _block.Rows));
        }
    }

    public override void Dispose()
    {
        _block.Dispose();
        base.Dispose();
    }

    protected abstract bool Same(T found, T expected);
}

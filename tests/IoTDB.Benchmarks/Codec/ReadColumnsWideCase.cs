using IoTDB.Benchmarks.Rows;
using IoTDB.Wire;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Benchmarks.Codec;

/// <summary>A reply with ten columns of doubles to arrays of the caller.</summary>
internal sealed class ReadColumnsWideCase : CodecCase
{
    private readonly WideColumns _columns = WideColumns.Make(10_000, missing: 0);
    private readonly ResultBlock _block = new();
    private readonly long[] _times = new long[1000];
    private readonly double[][] _doubles = [.. Enumerable.Range(0, WideColumns.Columns).Select(_ => new double[1000])];
    private byte[] _reply = [];

    public override string Name => "read-columns-wide";

    public override int Rows => _columns.Count;

    public override CodecTarget Target { get; } = new(Ratio: 1.7);

    public override void Prepare()
    {
        _reply = Replies.Of(_columns);
        Run();
        Require(_times.AsSpan().SequenceEqual(_columns.Times.AsSpan(9000)), "the last block's times are read");
        for (int c = 0; c < WideColumns.Columns; c++)
        {
            Require(_doubles[c].AsSpan().SequenceEqual(_columns.Doubles[c].AsSpan(9000)), "the last block's values are read");
        }
    }

    public override void Dispose()
    {
        _block.Dispose();
        base.Dispose();
    }

    public override void Run()
    {
        FetchResultsResponse response = Calls.ReadReply<FetchResultsResponse>(
            _reply, ThriftProtocol.Binary, Methods.FetchResultsV2, Replies.SequenceId, WireLimits.Default);
        foreach (ReadOnlyMemory<byte> block in response.QueryResult!)
        {
            _block.Parse(block);
            ColumnDecoder.ReadLongs(_block, -1, _times.AsSpan(0, _block.Rows));
            for (int c = 0; c < WideColumns.Columns; c++)
            {
                ColumnDecoder.ReadDoubles(_block, c, _doubles[c].AsSpan(0, _block.Rows));
            }
        }
    }
}

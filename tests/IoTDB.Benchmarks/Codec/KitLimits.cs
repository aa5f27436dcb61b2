#if BENCH_KIT
using BenchKit;
#endif

namespace IoTDB.Benchmarks.Codec;

/// <summary>What hand-written code does for each case, from the bench kit; nothing where the kit is not there.</summary>
internal static class KitLimits
{
    /// <summary>The limit of a case; null when there is none.</summary>
    public static Action? Find(string name) =>
#if BENCH_KIT
        name switch
        {
            "write-mixed" => WriteMixed(),
            "write-wide" => WriteWide(),
            "write-mixed-null10" => WriteMixedMissing(),
            "write-wide-null10" => WriteWideMissing(),
            "write-columns-mixed" => WriteColumnsMixed(),
            "write-columns-wide" => WriteColumnsWide(),
            "read-mixed" => ReadMixed(),
            "read-wide" => ReadWide(),
            "read-mixed-null10" => ReadMixedMissing(),
            "read-wide-null10" => ReadWideMissing(),
            "read-columns-wide" => ReadColumnsWide(),
            "records" => Records(),
            "request" => Request(),
            "status" => Status(),
            _ => null,
        };

    private const int N = 10_000;
    private const int BlockRows = 1000;

    private static Action WriteMixed()
    {
        MixedRow[] rows = Data.Rows(Data.Mixed(N, 0));
        ThriftOut frame = new(8 << 20);
        return () => Frames.InsertTablet(frame, 1, 1, Data.Device, rows);
    }

    private static Action WriteWide()
    {
        WideRow[] rows = Data.Rows(Data.Wide(N, 0));
        ThriftOut frame = new(8 << 20);
        return () => Frames.InsertTablet(frame, 1, 1, Data.Device, rows);
    }

    private static Action WriteMixedMissing()
    {
        MixedRowN[] rows = Data.RowsN(Data.Mixed(N, 0.1));
        (byte[] values, byte[] times) = (new byte[4 << 20], new byte[N * 8]);
        return () => TabletEncode.ByRow(rows, times, values, true);
    }

    private static Action WriteWideMissing()
    {
        WideRowN[] rows = Data.RowsN(Data.Wide(N, 0.1));
        (byte[] values, byte[] times) = (new byte[4 << 20], new byte[N * 8]);
        return () => TabletEncode.ByRow(rows, times, values);
    }

    private static Action WriteColumnsMixed()
    {
        MixedSoa columns = Data.Mixed(N, 0);
        (byte[] values, byte[] times) = (new byte[4 << 20], new byte[N * 8]);
        return () =>
        {
            TabletEncode.Longs(columns.T, times);
            TabletEncode.Values(columns, values, true);
        };
    }

    private static Action WriteColumnsWide()
    {
        WideSoa columns = Data.Wide(N, 0);
        (byte[] values, byte[] times) = (new byte[4 << 20], new byte[N * 8]);
        return () =>
        {
            TabletEncode.Longs(columns.T, times);
            TabletEncode.Values(columns, values);
        };
    }

    private static Action ReadMixed()
    {
        byte[][] blocks = TsBlockCodec.Blocks(Data.Mixed(N, 0), BlockRows);
        MixedRow[] rows = new MixedRow[BlockRows];
        return () => Array.ForEach(blocks, block => TsBlockCodec.ToRows(block, rows));
    }

    private static Action ReadWide()
    {
        byte[][] blocks = TsBlockCodec.Blocks(Data.Wide(N, 0), BlockRows);
        WideRow[] rows = new WideRow[BlockRows];
        return () => Array.ForEach(blocks, block => TsBlockCodec.ToRows(block, rows));
    }

    // The branchless readers load a whole word at the last value: eight spare bytes.
    private static Action ReadMixedMissing()
    {
        byte[][] blocks = [.. TsBlockCodec.Blocks(Data.Mixed(N, 0.1), BlockRows).Select(block => (byte[])[.. block, .. new byte[8]])];
        MixedRowN[] rows = new MixedRowN[BlockRows];
        return () => Array.ForEach(blocks, block => TsBlockCodec.ToRowsBranchless(block, rows));
    }

    private static Action ReadWideMissing()
    {
        byte[][] blocks = [.. TsBlockCodec.Blocks(Data.Wide(N, 0.1), BlockRows).Select(block => (byte[])[.. block, .. new byte[8]])];
        WideRowN[] rows = new WideRowN[BlockRows];
        return () => Array.ForEach(blocks, block => TsBlockCodec.ToRowsBranchless(block, rows));
    }

    private static Action ReadColumnsWide()
    {
        byte[][] blocks = TsBlockCodec.Blocks(Data.Wide(N, 0), BlockRows);
        WideSoa columns = Data.Wide(BlockRows, 0);
        return () => Array.ForEach(blocks, block => TsBlockCodec.ToColumns(block, columns, 0));
    }

    private static Action Records()
    {
        MixedRow[] rows = Data.Rows(Data.Mixed(1000, 0));
        ThriftOut frame = new(8 << 20);
        ThriftOut part = new() { Pos = 0 };
        part.Str(Data.Device);
        byte[] device = part.Buf[..part.Pos];
        part.Pos = 0;
        part.ListBegin(ThriftOut.TString, Data.MixedNames.Length);
        Array.ForEach(Data.MixedNames, part.Str);
        byte[] names = part.Buf[..part.Pos];
        return () => Frames.InsertRecords(frame, 1, 1, Data.Device, rows, device, names);
    }

    private static Action Request()
    {
        ThriftOut frame = new(4096);
        return () => Frames.ExecuteStatement(
            frame, "executeQueryStatementV2", 1, 1, "select d, f, i, l, b, s from root.sg1.d1 where time > 1700000000000", 1);
    }

    private static Action Status()
    {
        ThriftOut frame = new(4096);
        Frames.StatusReply(frame, "insertTablet", 1);
        byte[] reply = frame.Finish()[4..].ToArray();
        return () =>
        {
            if (Frames.ReadStatusReply(reply, 1) != 200)
            {
                throw new InvalidDataException();
            }
        };
    }
#else
        null;
#endif
}

using IoTDB.Wire.Blocks;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

/// <summary>Rows of tablets that travel in one request.</summary>
/// <param name="batch">The tablets.</param>
/// <param name="pieces">Which rows of which.</param>
/// <param name="omitted">Measurements that are not sent; only of a single piece.</param>
internal sealed class TabletPart(TabletBatch batch, TabletPiece[] pieces, IReadOnlyCollection<string>? omitted = null) : IWritePart<TabletPart>
{
    /// <summary>Bytes of the request, nearly.</summary>
    public long Size => batch.SizeOf(pieces);

    public int Rows { get; } = pieces.Sum(static piece => piece.To - piece.From);

    public int Items => pieces.Length > 1 ? pieces.Length : Rows;

    public bool IsUniform => pieces.Length == 1;

    // Rows of a device with one time are in different waves; those of a table are told apart by their tags.
    public bool HasRepeats => First.IsTable;

    public string Target => First.Target;

    public IReadOnlyList<string> Measurements => omitted is null ? First.WireNames : [.. First.WireNames.Where(name => !omitted.Contains(name))];

    private Tablet First => batch.TabletOf(pieces[0]);

    public TabletPart Item(int index) => pieces.Length > 1
        ? new TabletPart(batch, [pieces[index]])
        : new TabletPart(batch, [pieces[0] with { From = pieces[0].From + index, To = pieces[0].From + index + 1 }], omitted: omitted);

    public (TabletPart First, TabletPart Second) Split()
    {
        if (pieces.Length > 1)
        {
            return (new TabletPart(batch, pieces[..(pieces.Length / 2)]), new TabletPart(batch, pieces[(pieces.Length / 2)..]));
        }

        int middle = pieces[0].From + (Rows / 2);
        return (
            new TabletPart(batch, [pieces[0] with { To = middle }], omitted: omitted),
            new TabletPart(batch, [pieces[0] with { From = middle }], omitted: omitted));
    }

    public TabletPart Without(IReadOnlyCollection<string> measurements) =>
        new(batch, pieces, omitted: [.. omitted ?? [], .. measurements]);

    /// <summary>The request; the caller disposes of it.</summary>
    public InsertFrame Encode(ThriftProtocol protocol)
    {
        InsertFrame frame = InsertFrame.Rent(protocol);
        try
        {
            batch.Encode(frame, pieces);
            return omitted is null ? frame : frame.ReplaceWithout(omitted);
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }

    /// <summary>Lists what was not acknowledged.</summary>
    public void Report(WriteReport report, IReadOnlyList<string> measurements, IoTDBException error, FailureCertainty certainty)
    {
        foreach (TabletPiece piece in pieces)
        {
            (int[] rows, long[] times) = batch.RowsOf(piece, measurements);
            if (rows.Length > 0)
            {
                Tablet tablet = batch.TabletOf(piece);
                report.Failed(new WriteFailure(piece.Tablet, tablet.Target, rows, error, certainty)
                {
                    Measurements = [.. measurements.Select(tablet.NameOf)],
                    Timestamps = times,
                });
            }
        }
    }
}

using IoTDB.Embedded.Engine;
using IoTDB.Embedded.Engine.Writing;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Stores the rows of a typed insert. Source of the statuses: wire reference 8.10.</summary>
internal abstract class InsertHandler<TRequest>(string method) : StatusHandler<TRequest>(method)
    where TRequest : IThriftStruct<TRequest>
{
    /// <summary>Whether redirect hints come one a row set (400) instead of one for all (200).</summary>
    protected virtual bool HasManyDevices => false;

    /// <summary>The rows, one entry a tablet or record; null where there is nothing to do.</summary>
    protected abstract IReadOnlyList<InsertRows?> Decode(TRequest request, RequestContext context);

    /// <summary>The status of rows that were not all stored.</summary>
    protected virtual Status Complain(StatusException complaint, bool isPartlyExpired) => new(complaint.Code, complaint.Message);

    /// <inheritdoc/>
    protected sealed override Status Run(TRequest request, RequestContext context)
    {
        var sets = DecodeOrRefuse(request, context);
        if (sets.All(rows => rows is null))
        {
            return new Status(StatusCode.Success);
        }

        try
        {
            var summary = context.Write(() => Store(sets, context.Engine));
            return summary.Complaint is { } complaint ? Complain(complaint, summary.IsPartlyExpired) : Redirect(sets, context.Services.Faults);
        }
        catch (StatusException refused)
        {
            return new Status(refused.Code, refused.Message);
        }
    }

    private static InsertSummary Store(IReadOnlyList<InsertRows?> sets, TreeEngine engine)
    {
        var writer = new RowWriter(engine);
        foreach (var rows in sets.OfType<InsertRows>())
        {
            writer.Check(rows);
        }

        var summary = new InsertSummary();
        foreach (var rows in sets.OfType<InsertRows>())
        {
            summary.Add(writer.Write(rows));
        }

        return summary;
    }

    private static EndpointAddress? NodeOf(InsertRows? rows, FaultPlan faults) =>
        rows is not null && faults.RedirectOf(rows.DevicePath) is { } node ? new EndpointAddress(node.Host, node.Port) : null;

    private IReadOnlyList<InsertRows?> DecodeOrRefuse(TRequest request, RequestContext context)
    {
        try
        {
            return Decode(request, context);
        }
        catch (StatusException refused) when (refused.Code is StatusCode.IllegalPath or StatusCode.ExecuteStatementError)
        {
            throw new StatusException(refused.Code, UncaughtText.OfCall(refused.Code, Method, refused.Message));
        }
        catch (Exception malformed) when (malformed is WireFormatException or IndexOutOfRangeException)
        {
            throw new StatusException(
                StatusCode.ExecuteStatementError, UncaughtText.OfCall(StatusCode.ExecuteStatementError, Method, malformed.Message));
        }
    }

    private Status Redirect(IReadOnlyList<InsertRows?> sets, FaultPlan faults)
    {
        var nodes = sets.Select(rows => NodeOf(rows, faults)).ToArray();
        if (!HasManyDevices)
        {
            return new Status(StatusCode.Success, "", RedirectNode: nodes.FirstOrDefault(node => node is not null));
        }

        return nodes.All(node => node is null)
            ? new Status(StatusCode.Success, "")
            : new Status(StatusCode.RedirectionRecommend, "", SubStatus: [.. nodes.Select(node => new Status(StatusCode.Success, RedirectNode: node))]);
    }
}

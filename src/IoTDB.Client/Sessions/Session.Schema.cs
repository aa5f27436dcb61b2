using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Client;

public sealed partial class Session
{
    /// <summary>Creates a database of the tree.</summary>
    /// <param name="path">Its path, for example <c>root.plant</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IoTDBSchemaException">It exists already (501), or is above or below one that does.</exception>
    public Task CreateDatabaseAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return CreateAsync(
            Methods.SetStorageGroup,
            id => new SetStorageGroupArguments(id, path),
            bare: true,
            (limit, ct) => LookForDatabaseAsync(path, limit, ct),
            cancellationToken);
    }

    /// <summary>Deletes databases of the tree with everything in them.</summary>
    /// <param name="patterns">Paths, wildcards allowed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IoTDBSchemaException">One does not exist (508).</exception>
    public Task DeleteDatabasesAsync(IEnumerable<string> patterns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        string[] paths = [.. patterns];
        return CommandAsync(
            CallKind.Drop, Methods.DeleteStorageGroups, id => new DeleteStorageGroupsArguments(id, paths), bare: true, cancellationToken);
    }

    /// <summary>Creates one series of a device that is not aligned.</summary>
    /// <remarks>When an answer is lost the call is repeated and the definition read back: a series that is there as it was asked for counts as created.</remarks>
    /// <exception cref="IoTDBSchemaException">It exists already (503), its definition cannot be (507), or somebody else made another one meanwhile.</exception>
    public Task CreateTimeseriesAsync(TimeseriesDefinition series, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        return CreateAsync(
            Methods.CreateTimeseries,
            id => new CreateTimeseriesRequest(
                id,
                series.Path,
                (int)series.DataType,
                (int)series.EffectiveEncoding,
                (int)series.EffectiveCompression,
                Tags: DefinitionLists.Pairs(series.Tags),
                Attributes: DefinitionLists.Pairs(series.Attributes),
                MeasurementAlias: series.Alias),
            bare: false,
            (limit, ct) => LookForSeriesAsync(device: null, [series], limit, ct),
            cancellationToken);
    }

    /// <summary>Creates series of devices that are not aligned, all or some: those that can be are.</summary>
    /// <exception cref="IoTDBException">Some could not be created; the message names them.</exception>
    public async Task CreateMultiTimeseriesAsync(IEnumerable<TimeseriesDefinition> series, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        foreach (TimeseriesDefinition[] part in ByAlias(series))
        {
            await CreateMultiAsync(part, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Creates series of one aligned device; existing ones of the same device make it fail (503).</summary>
    /// <param name="device">The device's path.</param>
    /// <param name="series">Its series; <see cref="TimeseriesDefinition.Path"/> is the measurement's name alone.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IoTDBSchemaException">One exists already (503), the device is not aligned (609), or a definition cannot be (507).</exception>
    public async Task CreateAlignedTimeseriesAsync(string device, IEnumerable<TimeseriesDefinition> series, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(series);
        foreach (TimeseriesDefinition[] part in ByAlias(series))
        {
            await CreateAlignedAsync(device, part, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes series with their data.</summary>
    /// <param name="patterns">Full paths, wildcards allowed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="IoTDBSchemaException">None of a pattern exists (508).</exception>
    public Task DeleteTimeseriesAsync(IEnumerable<string> patterns, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        string[] paths = [.. patterns];
        return CommandAsync(
            CallKind.Drop, Methods.DeleteTimeseries, id => new DeleteTimeseriesArguments(id, paths), bare: true, cancellationToken);
    }

    /// <summary>Deletes the values of series between two times.</summary>
    /// <param name="patterns">Full paths of series, wildcards allowed.</param>
    /// <param name="start">First timestamp, inclusive, in the server's precision.</param>
    /// <param name="end">Last timestamp, inclusive too.</param>
    /// <param name="cancellationToken">Ends the call; never repeated once it may have been executed.</param>
    public Task DeleteDataAsync(IEnumerable<string> patterns, long start, long end, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        string[] paths = [.. patterns];
        return CommandAsync(
            CallKind.Delete, Methods.DeleteData, id => new DeleteDataRequest(id, paths, start, end), bare: false, cancellationToken);
    }

    // The calls have no way to leave out the alias of one series among others: those with and those without travel apart.
    private static IEnumerable<TimeseriesDefinition[]> ByAlias(IEnumerable<TimeseriesDefinition> series) =>
        series.GroupBy(one => one.Alias is not null).Select(group => group.ToArray());

    private Task CreateMultiAsync(TimeseriesDefinition[] all, CancellationToken cancellationToken)
    {
        DefinitionLists lists = new(all);
        return CreateAsync(
            Methods.CreateMultiTimeseries,
            id => new CreateMultiTimeseriesRequest(
                id,
                lists.Paths,
                lists.DataTypes,
                lists.Encodings,
                lists.Compressors,
                TagsList: lists.Tags,
                AttributesList: lists.Attributes,
                MeasurementAliasList: lists.Aliases),
            bare: false,
            (limit, ct) => LookForSeriesAsync(device: null, all, limit, ct),
            cancellationToken);
    }

    private Task CreateAlignedAsync(string device, TimeseriesDefinition[] all, CancellationToken cancellationToken)
    {
        DefinitionLists lists = new(all);
        return CreateAsync(
            Methods.CreateAlignedTimeseries,
            id => new CreateAlignedTimeseriesRequest(
                id,
                device,
                lists.Paths,
                lists.DataTypes,
                lists.Encodings,
                lists.Compressors,
                lists.Aliases,
                lists.Tags,
                lists.Attributes),
            bare: false,
            (limit, ct) => LookForSeriesAsync(device, all, limit, ct),
            cancellationToken);
    }

    private async Task CommandAsync<TRequest>(
        CallKind kind, string method, Func<long, TRequest> request, bool bare, CancellationToken cancellationToken)
        where TRequest : IThriftStruct<TRequest> =>
        await RunAsync<CommandCall<TRequest>, Status>(new CommandCall<TRequest>(method, request, bare), kind, Options.CommandTimeout, cancellationToken).ConfigureAwait(false);
}

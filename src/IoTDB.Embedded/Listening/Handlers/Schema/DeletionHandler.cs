using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Paths;
using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Deletes what a list of paths names; the list comes as a bare argument, which may be missing.</summary>
internal abstract class DeletionHandler<TArguments>(string method) : StatusHandler<TArguments>(method)
    where TArguments : struct, IThriftStruct<TArguments>
{
    /// <summary>The paths as sent; null if there are none.</summary>
    protected abstract string[]? PathsOf(TArguments arguments);

    /// <summary>Deletes all that fits.</summary>
    protected abstract void Delete(Catalog catalog, TreePath[] patterns);

    /// <inheritdoc/>
    protected sealed override string Describe(TArguments request) => string.Join(",", PathsOf(request) ?? []);

    /// <inheritdoc/>
    protected sealed override bool TryDecode(ReadOnlyMemory<byte> frame, in CallHeader header, WireLimits limits, out TArguments request)
    {
        request = Answers.ReadArguments<TArguments>(frame, header, limits);
        return PathsOf(request) is not null;
    }

    /// <inheritdoc/>
    protected sealed override Status Run(TArguments request, RequestContext context)
    {
        TreePath[] patterns = [.. PathsOf(request)!.Select(path => new TreePath(PathText.Split(path)))];
        return context.Change(catalog => Delete(catalog, patterns));
    }
}

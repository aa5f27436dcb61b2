using Microsoft.Extensions.Logging;

namespace IoTDB.Orm.Schema;

/// <summary>Log events of schema work, category <c>IoTDB.Migrations</c>. Ids are never renumbered.</summary>
internal static partial class SchemaLog
{
    /// <summary>The category.</summary>
    public const string Category = "IoTDB.Migrations";

    [LoggerMessage(2001, LogLevel.Information, "The schema of {DataSource} has everything the mapped classes need.")]
    public static partial void UpToDate(ILogger logger, string dataSource);

    [LoggerMessage(2002, LogLevel.Information, "Schema plan {Fingerprint} for {DataSource}, {Steps} statements:\n{Script}")]
    public static partial void Planned(ILogger logger, string fingerprint, string dataSource, int steps, string script);

    [LoggerMessage(2003, LogLevel.Debug, "Schema step {Id} on {Target}: {Result}.")]
    public static partial void StepDone(ILogger logger, string id, string target, string result);

    [LoggerMessage(2004, LogLevel.Information, "Schema plan {Fingerprint} is done: {Changed} of its steps changed something; read back and right.")]
    public static partial void Finished(ILogger logger, string fingerprint, int changed);

    [LoggerMessage(2005, LogLevel.Warning, "Left as it is, because it is metadata only: {Difference}")]
    public static partial void LeftAsItIs(ILogger logger, SchemaDifference difference);

    [LoggerMessage(2006, LogLevel.Debug, "Device {Device} is ensured for {Entity}.")]
    public static partial void DeviceEnsured(ILogger logger, string device, string entity);

    [LoggerMessage(2007, LogLevel.Information, "A build-time tool started this host: the schema of {DataSource} is not looked at.")]
    public static partial void SkippedForTool(ILogger logger, string dataSource);
}

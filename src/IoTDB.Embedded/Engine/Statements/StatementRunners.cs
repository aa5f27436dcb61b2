using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>The runners by kind of statement.</summary>
internal static class StatementRunners
{
    private static readonly Dictionary<Type, StatementRunner> s_runners = new StatementRunner[]
    {
        new CreateDatabaseRunner(), new AlterDatabaseRunner(), new DropDatabaseRunner(), new ShowDatabasesRunner(), new CountDatabasesRunner(),
        new CreateTimeseriesRunner(), new CreateAlignedTimeseriesRunner(), new AlterTimeseriesRunner(), new DeleteTimeseriesRunner(),
        new ShowTimeseriesRunner(), new CountTimeseriesRunner(), new ShowDevicesRunner(), new CountDevicesRunner(), new CountNodesRunner(),
        new ShowChildPathsRunner(), new ShowChildNodesRunner(),
        new SetTtlRunner(), new UnsetTtlRunner(), new ShowTtlRunner(),
        new CreateTemplateRunner(), new AlterTemplateRunner(), new SetTemplateRunner(), new UnsetTemplateRunner(), new DropTemplateRunner(),
        new ActivateTemplateRunner(), new DeactivateTemplateRunner(), new ShowTemplatesRunner(), new ShowTemplateNodesRunner(), new ShowTemplatePathsRunner(),
        new CreateViewRunner(), new AlterViewRunner(), new DropViewRunner(), new ShowViewRunner(),
        new InsertRunner(), new DeleteDataRunner(),
        new FlushRunner(), new ClearCacheRunner(), new KillQueryRunner(), new UserRunner(), new ShowInformationRunner(),
    }.ToDictionary(runner => runner.StatementType);

    /// <summary>The runner of a statement, or null for queries.</summary>
    public static StatementRunner? Find(Statement statement) => s_runners.GetValueOrDefault(statement.GetType());
}

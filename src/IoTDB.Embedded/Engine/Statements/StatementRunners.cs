using System.Collections.Concurrent;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Engine.Statements;

/// <summary>The runners by kind of statement, made when first asked for.</summary>
internal static class StatementRunners
{
    private static readonly ConcurrentDictionary<Type, StatementRunner> s_made = new();

    /// <summary>The runner of a statement, or null for queries.</summary>
    public static StatementRunner? Find(Statement statement)
    {
        if (s_made.TryGetValue(statement.GetType(), out var made))
        {
            return made;
        }

        return Make(statement) is { } runner ? s_made.GetOrAdd(statement.GetType(), runner) : null;
    }

    // What a first client sends comes first: looking at a kind loads its type.
    private static StatementRunner? Make(Statement statement) => statement switch
    {
        InsertStatement => new InsertRunner(),
        ShowInformationStatement => new ShowInformationRunner(),
        _ => MakeOther(statement),
    };

    private static StatementRunner? MakeOther(Statement statement) => statement switch
    {
        CreateDatabaseStatement => new CreateDatabaseRunner(),
        AlterDatabaseStatement => new AlterDatabaseRunner(),
        DropDatabaseStatement => new DropDatabaseRunner(),
        ShowDatabasesStatement => new ShowDatabasesRunner(),
        CountDatabasesStatement => new CountDatabasesRunner(),
        CreateTimeseriesStatement => new CreateTimeseriesRunner(),
        CreateAlignedTimeseriesStatement => new CreateAlignedTimeseriesRunner(),
        AlterTimeseriesStatement => new AlterTimeseriesRunner(),
        DeleteTimeseriesStatement => new DeleteTimeseriesRunner(),
        ShowTimeseriesStatement => new ShowTimeseriesRunner(),
        CountTimeseriesStatement => new CountTimeseriesRunner(),
        ShowDevicesStatement => new ShowDevicesRunner(),
        CountDevicesStatement => new CountDevicesRunner(),
        CountNodesStatement => new CountNodesRunner(),
        ShowChildPathsStatement => new ShowChildPathsRunner(),
        ShowChildNodesStatement => new ShowChildNodesRunner(),
        SetTtlStatement => new SetTtlRunner(),
        UnsetTtlStatement => new UnsetTtlRunner(),
        ShowTtlStatement => new ShowTtlRunner(),
        CreateTemplateStatement => new CreateTemplateRunner(),
        AlterTemplateStatement => new AlterTemplateRunner(),
        SetTemplateStatement => new SetTemplateRunner(),
        UnsetTemplateStatement => new UnsetTemplateRunner(),
        DropTemplateStatement => new DropTemplateRunner(),
        ActivateTemplateStatement => new ActivateTemplateRunner(),
        DeactivateTemplateStatement => new DeactivateTemplateRunner(),
        ShowTemplatesStatement => new ShowTemplatesRunner(),
        ShowTemplateNodesStatement => new ShowTemplateNodesRunner(),
        ShowTemplatePathsStatement => new ShowTemplatePathsRunner(),
        CreateViewStatement => new CreateViewRunner(),
        AlterViewStatement => new AlterViewRunner(),
        DropViewStatement => new DropViewRunner(),
        ShowViewStatement => new ShowViewRunner(),
        DeleteDataStatement => new DeleteDataRunner(),
        FlushStatement => new FlushRunner(),
        ClearCacheStatement => new ClearCacheRunner(),
        KillQueryStatement => new KillQueryRunner(),
        UserStatement => new UserRunner(),
        _ => null,
    };
}

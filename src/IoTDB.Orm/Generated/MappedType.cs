using System.ComponentModel;
using IoTDB.Client;

namespace IoTDB.Orm.Generated;

/// <summary>Makes mapped classes known to raw SQL. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MappedType
{
    /// <summary>Lets <c>db.Sql&lt;T&gt;($"…")</c> stream rows of the class; called once, when the class' assembly is loaded.</summary>
    /// <typeparam name="T">The mapped class.</typeparam>
    public static void Register<T>()
        where T : class, IDeviceEntity<T> => MappedRows<T>.Stream = static (results, ct) => MappedSql.ReadAsync<T>(results, ct);
}

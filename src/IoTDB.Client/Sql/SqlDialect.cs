namespace IoTDB.Client;

/// <summary>Which of the server's two languages a session speaks; fixed at login.</summary>
public enum SqlDialect
{
    /// <summary>Paths of devices and series below <c>root</c>; the server's default.</summary>
    Tree,

    /// <summary>Tables with tag, attribute and field columns.</summary>
    Table,
}

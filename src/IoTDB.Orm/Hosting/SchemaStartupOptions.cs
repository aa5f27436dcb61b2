namespace IoTDB.Orm;

/// <summary>What happens to the schema when a host starts.</summary>
public sealed class SchemaStartupOptions
{
    /// <summary>What to do with differences; creates what is missing by default.</summary>
    public SchemaMode Mode { get; set; } = SchemaMode.CreateMissing;

    /// <summary>Logs what would be sent and sends nothing; contradictions still fail the start.</summary>
    public bool DryRun { get; set; }
}

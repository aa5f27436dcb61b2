namespace IoTDB.Orm;

/// <summary>How measurements of an assembly are named where no name is written.</summary>
/// <param name="policy">The rule; <see cref="NamingPolicy.SnakeCase"/> where the attribute is absent.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class IoTDBNamingAttribute(NamingPolicy policy) : Attribute
{
    /// <summary>The rule.</summary>
    public NamingPolicy Policy { get; } = policy;
}

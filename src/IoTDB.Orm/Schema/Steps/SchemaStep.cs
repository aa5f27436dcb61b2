using System.Security.Cryptography;
using System.Text;

namespace IoTDB.Orm;

/// <summary>One statement of a <see cref="SchemaPlan"/>, with what must hold before and after it.</summary>
/// <remarks>Immutable data; every kind of step is a class of its own.</remarks>
public abstract class SchemaStep
{
    private protected SchemaStep(SchemaCategory category, string target, string statement)
    {
        Category = category;
        Target = target;
        Statement = statement;
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{category}\n{target}\n{statement}")))[..12];
    }

    /// <summary>Twelve hex digits over category, target and statement: the same step has the same id in every run.</summary>
    public string Id { get; }

    /// <summary>What kind of change it is.</summary>
    public SchemaCategory Category { get; }

    /// <summary>Path of the database or device.</summary>
    public string Target { get; }

    /// <summary>The statement that is sent, without a closing semicolon.</summary>
    public string Statement { get; }

    /// <summary>What must hold before, in words.</summary>
    public abstract string Precondition { get; }

    /// <summary>What must hold after, in words; checked by reading.</summary>
    public abstract string Postcondition { get; }

    /// <summary>Whether stored data is gone afterwards.</summary>
    public virtual bool LosesData => false;

    /// <summary>Place in the order of a plan; lower goes first.</summary>
    internal abstract int Rank { get; }

    /// <inheritdoc/>
    public override string ToString() => Statement;
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IoTDB.Orm;

/// <summary>What would bring a server to the mapped classes: steps in a fixed order, and what no step can mend.</summary>
/// <remarks>Immutable. What is printed is what runs.</remarks>
public sealed class SchemaPlan
{
    private const int FingerprintLength = 16;

    internal SchemaPlan(IReadOnlyList<SchemaStep> steps, IReadOnlyList<SchemaDifference> conflicts, IReadOnlyList<SchemaDifference> reported)
    {
        Steps = steps;
        Conflicts = conflicts;
        Reported = reported;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', steps.Select(static s => s.Statement)))))[..FingerprintLength];
    }

    /// <summary>The steps: databases first, then timeseries device by device, each group in ordinal order of its paths.</summary>
    public IReadOnlyList<SchemaStep> Steps { get; }

    /// <summary>Differences that need a decision by a person; a plan that has some is not run.</summary>
    public IReadOnlyList<SchemaDifference> Conflicts { get; }

    /// <summary>Differences in metadata only, which this plan leaves as they are.</summary>
    public IReadOnlyList<SchemaDifference> Reported { get; }

    /// <summary>Sixteen hex digits over the statements.</summary>
    public string Fingerprint { get; }

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Steps.Count == 0;

    /// <summary>Whether stored data is gone afterwards.</summary>
    public bool LosesData => Steps.Any(static step => step.LosesData);

    /// <summary>The plan as a script: one statement a line, conditions as comments, line ends <c>\n</c>.</summary>
    /// <remarks>The tree dialect has no IF NOT EXISTS: who runs the script twice ignores the codes named in its head.</remarks>
    public string ToSql()
    {
        var script = new StringBuilder();
        script.Append(CultureInfo.InvariantCulture, $"-- schema plan {Fingerprint}: {Steps.Count} statements\n");
        script.Append("-- run again, ignore 501 (database exists) and 503 (timeseries exists)\n");
        foreach (SchemaDifference difference in Conflicts)
        {
            script.Append(CultureInfo.InvariantCulture, $"-- conflict: {difference}\n");
        }

        foreach (SchemaDifference difference in Reported)
        {
            script.Append(CultureInfo.InvariantCulture, $"-- left as it is: {difference}\n");
        }

        foreach (SchemaStep step in Steps)
        {
            script.Append(CultureInfo.InvariantCulture, $"-- if {step.Precondition}\n{step.Statement};\n");
        }

        return script.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => ToSql();
}

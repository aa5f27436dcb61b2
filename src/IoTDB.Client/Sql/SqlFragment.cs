using System.Diagnostics.CodeAnalysis;

namespace IoTDB.Client;

/// <summary>A piece of SQL that goes into a statement as it is.</summary>
public readonly struct SqlFragment
{
    private SqlFragment(string text) => Text = text;

    internal string Text { get; }

    /// <summary>Trusted text, known when compiling; input of any kind belongs into a hole of its own.</summary>
    /// <param name="constant">A constant.</param>
    public static SqlFragment Unsafe([ConstantExpected] string constant)
    {
        ArgumentNullException.ThrowIfNull(constant);
        return new SqlFragment(constant);
    }
}

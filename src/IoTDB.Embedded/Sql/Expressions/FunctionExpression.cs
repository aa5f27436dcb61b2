using System.Collections.Immutable;

namespace IoTDB.Embedded.Sql.Expressions;

/// <summary>A call with ordinary arguments and quoted attributes (<c>'k'='2'</c>).</summary>
/// <remarks><c>Name</c>: the name in the user's case; names are compared without case.</remarks>
internal sealed record FunctionExpression(
    string Name,
    ImmutableArray<Expression> Arguments,
    ImmutableArray<KeyValuePair<string, string>> Attributes) : Expression
{
    /// <summary>The name to look the function up by.</summary>
    public string Key => Name.ToUpperInvariant();

    public override int Priority => 1100;

    public override IReadOnlyList<Expression> Children => Arguments;

    public override Expression WithChildren(IReadOnlyList<Expression> children) => this with { Arguments = [.. children] };

    /// <summary>An attribute's value, or null.</summary>
    public string? Attribute(string key)
    {
        foreach ((string name, string value) in Attributes)
        {
            if (name == key)
            {
                return value;
            }
        }

        return null;
    }

    public bool Equals(FunctionExpression? other) =>
        other is not null && Name == other.Name && Arguments.AsSpan().SequenceEqual(other.Arguments.AsSpan()) &&
        Attributes.AsSpan().SequenceEqual(other.Attributes.AsSpan());

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Name);
        foreach (Expression argument in Arguments)
        {
            hash.Add(argument);
        }

        return hash.ToHashCode();
    }
}

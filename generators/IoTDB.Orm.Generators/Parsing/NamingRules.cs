using System.Text;
using Microsoft.CodeAnalysis;

namespace IoTDB.Orm.Generators;

/// <summary>Turns names of properties into names of measurements.</summary>
internal static class NamingRules
{
    public static string Apply(IAssemblySymbol assembly, string property)
    {
        // Numbers of IoTDB.Orm.NamingPolicy.
        int policy = assembly.Find(KnownNames.NamingAttribute)?.ConstructorArguments is [{ Value: int value }, ..] ? value : 0;
        return policy switch
        {
            1 => property.CamelCase(),
            2 => property.ToLowerInvariant(),
            3 => property,
            _ => SnakeCase(property),
        };
    }

    /// <summary>A new word starts at an upper-case letter after one that is not, or before one that is not.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool starts = i > 0 && char.IsUpper(c) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            text.Append(starts ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}

using System.Security.Cryptography;
using System.Text;

namespace IoTDB.Orm.Schema;

/// <summary>What all mapped classes of one data source ask of the server. Immutable; checked before any I/O.</summary>
internal sealed class SchemaModel
{
    private SchemaModel(IReadOnlyList<EntitySchema> entities)
    {
        Entities = entities;
        Databases = [.. Outermost(entities)];
        Fingerprint = FingerprintOf(entities);
    }

    /// <summary>One entry a class, ordered by pattern and name, so that plans do not depend on the order of registration.</summary>
    public IReadOnlyList<EntitySchema> Entities { get; }

    /// <summary>Databases to have, none of them inside another, in ordinal order; with the classes that need each.</summary>
    public IReadOnlyList<(string Path, string Entities)> Databases { get; }

    /// <summary>Sixteen hex digits over everything above.</summary>
    public string Fingerprint { get; }

    /// <summary>The schema of mapped classes.</summary>
    /// <exception cref="InvalidOperationException">A class asks for something no server can hold; all such faults are listed.</exception>
    public static SchemaModel Of(IEnumerable<DeviceModel> models)
    {
        // Differences name classes by their short names; where two share one, both get the long one.
        DeviceModel[] all = [.. models];
        return Of(all.Select(model => EntitySchema.From(
            model, all.Any(other => other != model && other.Name == model.Name) ? model.EntityType.FullName ?? model.Name : model.Name)));
    }

    /// <summary>The schema of several classes.</summary>
    /// <exception cref="InvalidOperationException">A class asks for something no server can hold; all such faults are listed.</exception>
    public static SchemaModel Of(IEnumerable<EntitySchema> entities)
    {
        EntitySchema[] ordered =
        [
            .. entities.OrderBy(static e => e.Wildcard, StringComparer.Ordinal).ThenBy(static e => e.Name, StringComparer.Ordinal),
        ];
        List<string> faults =
        [
            .. ordered.SelectMany(SchemaModelFaults.Of),
            .. ordered.SelectMany((left, place) => ordered.Skip(place + 1).SelectMany(right => SchemaModelFaults.Between(left, right))),
        ];
        return faults.Count == 0
            ? new SchemaModel(ordered)
            : throw new InvalidOperationException("The mapped classes cannot be stored: " + string.Join(" ", faults));
    }

    // A database inside another is refused by the server, and the outer one holds the inner one's devices as well.
    private static IEnumerable<(string Path, string Entities)> Outermost(IReadOnlyList<EntitySchema> entities)
    {
        string[] wanted = [.. entities.Select(static e => e.Database).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (string path in wanted)
        {
            if (!wanted.Any(other => other != path && PathText.IsAtOrBelow(path, other)))
            {
                yield return (path, string.Join(", ", entities
                    .Where(e => e.Database is { } database && PathText.IsAtOrBelow(database, path))
                    .Select(static e => e.Name)
                    .Distinct(StringComparer.Ordinal)));
            }
        }
    }

    private static string FingerprintOf(IEnumerable<EntitySchema> entities)
    {
        string text = string.Join('\n', entities.Select(static e => $"{e.Wildcard} {e.Name} {e.Fingerprint}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}

using System.Numerics;

namespace IoTDB.Embedded.Engine.Schema;

/// <summary>The order in which the server lists things it keeps in hash maps: by bucket of the text's Java hash.</summary>
/// <remarks>Source: recordings of SHOW TIMESERIES, SELECT * and tag maps, whose order no sort of the names explains.</remarks>
internal static class JavaOrder
{
    /// <summary><paramref name="items"/> (in order of insertion) in the order of a Java hash map that grew with them.</summary>
    public static T[] Sort<T>(IReadOnlyCollection<T> items, Func<T, string> keyOf) => Sort(items, keyOf, 16);

    /// <summary>The same for a map that was made for exactly so many items: tags and attributes.</summary>
    public static T[] SortSized<T>(IReadOnlyCollection<T> items, Func<T, string> keyOf) =>
        Sort(items, keyOf, (int)BitOperations.RoundUpToPowerOf2((uint)items.Count));

    /// <summary>The same for a concurrent map, which grows one item earlier: the nodes of the schema tree.</summary>
    public static T[] SortConcurrent<T>(IReadOnlyCollection<T> items, Func<T, string> keyOf) => SortConcurrent(items, keyOf, 16);

    /// <summary>The same for a concurrent map that is read from a message, which says its size: the measurements of a template, read from one made as above.</summary>
    public static T[] SortConcurrentSized<T>(IReadOnlyCollection<T> items, Func<T, string> keyOf) =>
        SortConcurrent(SortConcurrent(items, keyOf), keyOf, 1);

    private static T[] SortConcurrent<T>(IReadOnlyCollection<T> items, Func<T, string> keyOf, int capacity)
    {
        while (items.Count >= capacity * 0.75)
        {
            capacity *= 2;
        }

        return [.. items.OrderBy(item => Bucket(Hash(keyOf(item)), capacity))];
    }

    /// <summary>The same for keys whose Java hash is known.</summary>
    public static T[] Sort<T>(IReadOnlyCollection<T> items, Func<T, int> hashOf) => Sort(items, hashOf, 16);

    /// <summary>Java's hash of a text.</summary>
    public static int Hash(string key)
    {
        var hash = 0;
        foreach (var character in key)
        {
            hash = unchecked((hash * 31) + character);
        }

        return hash;
    }

    private static T[] Sort<T>(IReadOnlyCollection<T> items, Func<T, string> keyOf, int capacity) =>
        Sort(items, item => Hash(keyOf(item)), capacity);

    private static T[] Sort<T>(IReadOnlyCollection<T> items, Func<T, int> hashOf, int capacity)
    {
        while (items.Count > capacity * 0.75)
        {
            capacity *= 2;
        }

        return [.. items.OrderBy(item => Bucket(hashOf(item), capacity))];
    }

    private static int Bucket(int hash, int capacity) => (hash ^ (hash >>> 16)) & (capacity - 1);
}

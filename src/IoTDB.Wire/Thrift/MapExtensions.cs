using System.Diagnostics.CodeAnalysis;

namespace IoTDB.Wire.Thrift;

/// <summary>Look-ups in a map of a message.</summary>
internal static class MapExtensions
{
    /// <summary>The last value of a key.</summary>
    public static bool TryFind<T>(this KeyValuePair<string, T>[]? map, string key, [MaybeNullWhen(false)] out T value)
    {
        for (int i = (map?.Length ?? 0) - 1; i >= 0; i--)
        {
            if (map![i].Key == key)
            {
                value = map[i].Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}

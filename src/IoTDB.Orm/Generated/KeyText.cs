using System.ComponentModel;
using System.Globalization;
using System.Numerics;

namespace IoTDB.Orm.Generated;

/// <summary>Keys of a path that are numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KeyText
{
    /// <summary>The number as a level of a path.</summary>
    /// <typeparam name="TKey">An integer type.</typeparam>
    /// <param name="value">The number.</param>
    public static string Of<TKey>(TKey value)
        where TKey : struct, IBinaryInteger<TKey> => value.ToString(null, CultureInfo.InvariantCulture);
}

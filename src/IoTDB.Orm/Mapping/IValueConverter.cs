namespace IoTDB.Orm;

/// <summary>Turns a property's type into one the server stores, and back. Two static methods: no instances, no captured state, no nulls.</summary>
/// <remarks>
/// The calls are made directly by generated code. A missing value never reaches a converter: <c>TModel?</c> is handled around it.
/// What <see cref="ToStore"/> makes of a value, <see cref="FromStore"/> must turn back into an equal one.
/// </remarks>
/// <typeparam name="TModel">Type of the property, without its question mark.</typeparam>
/// <typeparam name="TStore">A type that can be stored by itself: <c>bool</c>, <c>int</c>, <c>long</c>, <c>float</c>, <c>double</c>, <c>string</c>, <c>byte[]</c>, <c>DateOnly</c>, <c>DateTimeOffset</c> or <c>DateTime</c>.</typeparam>
public interface IValueConverter<TModel, TStore>
    where TModel : notnull
    where TStore : notnull
{
    /// <summary>Makes the stored value.</summary>
    /// <param name="value">Value of the property, never null.</param>
    static abstract TStore ToStore(TModel value);

    /// <summary>Makes the property's value.</summary>
    /// <param name="value">What the server stored, never null.</param>
    static abstract TModel FromStore(TStore value);
}

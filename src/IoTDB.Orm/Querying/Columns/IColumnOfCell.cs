namespace IoTDB.Orm;

/// <summary>A column whose cells are read as <typeparamref name="TCell"/>; a missing value is null.</summary>
/// <typeparam name="TCell">The nullable form of the property's type: <c>double?</c>, <c>string</c>.</typeparam>
public interface IColumn<TCell> : IColumn
{
    /// <summary>Reads the column's cells out of an answer.</summary>
    internal CellReader<TCell> Reader { get; }
}

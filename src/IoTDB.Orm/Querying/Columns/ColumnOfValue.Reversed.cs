namespace IoTDB.Orm;

/// <content>The constant on the left: built with the column on the left, the only order the server reads right.</content>
public abstract partial class Column<T>
{
    /// <summary>Rows whose value is equal.</summary>
    public static Filter operator ==(T? value, Column<T> column) => column == value;

    /// <summary>Rows whose value is different.</summary>
    public static Filter operator !=(T? value, Column<T> column) => column != value;

    /// <summary>Rows whose value is greater.</summary>
    public static Filter operator <(T value, Column<T> column) => column > value;

    /// <summary>Rows whose value is greater or equal.</summary>
    public static Filter operator <=(T value, Column<T> column) => column >= value;

    /// <summary>Rows whose value is smaller.</summary>
    public static Filter operator >(T value, Column<T> column) => column < value;

    /// <summary>Rows whose value is smaller or equal.</summary>
    public static Filter operator >=(T value, Column<T> column) => column <= value;
}

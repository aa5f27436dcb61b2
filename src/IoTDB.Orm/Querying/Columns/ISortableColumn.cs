namespace IoTDB.Orm;

/// <summary>A column whose values the server can put in order. BLOB columns are not sortable.</summary>
public interface ISortableColumn : IColumn;

namespace IoTDB.Orm.Querying;

/// <summary>Reads one cell; null where it has no value.</summary>
internal delegate TCell CellReader<out TCell>(ICells cells, int item);

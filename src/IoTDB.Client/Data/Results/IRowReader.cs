namespace IoTDB.Client;

/// <summary>Makes a value of the current row of a result set.</summary>
internal interface IRowReader<out T>
{
    /// <summary>Reads it; does not move.</summary>
    T Read(ResultSet results);
}

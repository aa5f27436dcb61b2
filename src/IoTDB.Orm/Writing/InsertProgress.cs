namespace IoTDB.Orm;

/// <summary>How far an insert has come: counted after each request that the server acknowledged.</summary>
/// <param name="Rows">Rows stored so far.</param>
/// <param name="Requests">Requests sent so far.</param>
public readonly record struct InsertProgress(long Rows, int Requests);

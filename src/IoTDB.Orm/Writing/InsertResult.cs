namespace IoTDB.Orm;

/// <summary>What an insert did. Every row was acknowledged by the server.</summary>
/// <param name="Rows">Rows handed in.</param>
/// <param name="Devices">Different devices among them.</param>
/// <param name="Requests">Requests sent.</param>
public readonly record struct InsertResult(long Rows, int Devices, int Requests);

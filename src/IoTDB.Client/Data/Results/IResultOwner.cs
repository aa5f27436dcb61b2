using IoTDB.Wire;

namespace IoTDB.Client;

/// <summary>Who lent the session a result set reads from.</summary>
internal interface IResultOwner
{
    /// <summary>The server has sent everything, or nothing more will be asked: the session is free.</summary>
    void Release(ResultSet results);

    /// <summary>The exception for rows that are no rows; the connection is given up.</summary>
    IoTDBProtocolException Malformed(WireFormatException failure);
}

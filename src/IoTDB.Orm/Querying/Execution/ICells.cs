namespace IoTDB.Orm.Querying;

/// <summary>The cells of one row of an answer, by the position of their item in the statement; -1 for an item the server left out.</summary>
internal interface ICells
{
    /// <summary>Whether there is no value; true for an item the server left out.</summary>
    bool IsNull(int item);

    bool Boolean(int item);

    /// <summary>An INT32, INT64 or TIMESTAMP.</summary>
    long Integer(int item);

    /// <summary>A FLOAT, DOUBLE, INT32 or INT64.</summary>
    double Real(int item);

    /// <summary>A TEXT or STRING.</summary>
    string Text(int item);

    byte[] Blob(int item);

    DateOnly Date(int item);

    /// <summary>A TIMESTAMP or INT64 as an instant; offset zero.</summary>
    DateTimeOffset Instant(int item);
}

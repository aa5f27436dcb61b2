namespace IoTDB.Testing;

/// <summary>Which way bytes flow through a <see cref="FaultProxy"/>.</summary>
public enum FaultDirection
{
    /// <summary>Requests.</summary>
    ToServer,

    /// <summary>Answers.</summary>
    ToClient,
}

namespace IoTDB.Client;

/// <summary>Leave to open a session on an endpoint.</summary>
/// <param name="Node">The endpoint.</param>
/// <param name="Version">The state it was given in.</param>
/// <param name="IsProbe">Whether others wait for its result.</param>
internal readonly record struct EndpointVisit(EndpointHealth Node, int Version, bool IsProbe);

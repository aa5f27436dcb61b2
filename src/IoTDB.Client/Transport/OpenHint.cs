namespace IoTDB.Client;

/// <summary>Where a session should be, if that can be had.</summary>
/// <param name="Preferred">The endpoint that leads what is to be written.</param>
/// <param name="Avoid">The endpoint that has just failed.</param>
internal readonly record struct OpenHint(Endpoint? Preferred = null, Endpoint? Avoid = null);

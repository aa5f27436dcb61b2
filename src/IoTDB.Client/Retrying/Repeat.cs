namespace IoTDB.Client;

/// <summary>Whether a failed call may be tried again.</summary>
internal enum Repeat
{
    /// <summary>It may not: the caller decides.</summary>
    Never,

    /// <summary>It certainly was not executed, and costs no server anything: as long as <c>OutageWait</c> lasts.</summary>
    Unsent,

    /// <summary>The session was gone: log in again, once a connection.</summary>
    Relogin,

    /// <summary>Once, on another connection.</summary>
    Once,

    /// <summary>Within the number of attempts and the budget.</summary>
    Bounded,

    /// <summary>As <see cref="Bounded"/>, and then as long as <c>OutageWait</c> lasts: a fail-over looks like this.</summary>
    FailOver,
}

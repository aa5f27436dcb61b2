namespace IoTDB.Client;

/// <summary>One try of a call.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Avoid">The endpoint the last try failed on; another one is taken first.</param>
internal readonly record struct Attempt(int Number, Endpoint? Avoid)
{
    public bool IsRepeat => Number > 1;
}

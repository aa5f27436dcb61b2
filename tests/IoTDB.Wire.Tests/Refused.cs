namespace IoTDB.Wire.Tests;

/// <summary>Asks for a refusal, quickly: thousands of inputs a test.</summary>
internal static class Refused
{
    /// <summary>Fails unless the action ends in a <see cref="WireFormatException"/>.</summary>
    public static void By(Action action, Func<string> what)
    {
        try
        {
            action();
        }
        catch (WireFormatException)
        {
            return;
        }

        throw new ShouldAssertException($"{what()} was not refused.");
    }
}

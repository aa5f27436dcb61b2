using System.Globalization;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded;

/// <summary>What the server says of an error that reached the top of a call.</summary>
internal static class UncaughtText
{
    /// <summary>The message.</summary>
    /// <param name="code">The status it goes with.</param>
    /// <param name="call">What was called: a method of the protocol.</param>
    /// <param name="message">The error's own message.</param>
    public static string OfCall(int code, string call, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"[{StatusNames.Of(code)}({code})] Exception occurred: {call} failed. {message}");

    /// <summary>The message when a statement was to be executed.</summary>
    public static string OfStatement(int code, string sql, string message) => OfCall(code, $"\"{sql}\". executeStatement", message);
}

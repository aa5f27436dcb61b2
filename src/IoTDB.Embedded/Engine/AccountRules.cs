using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine;

/// <summary>What the server takes as a name or password.</summary>
internal static class AccountRules
{
    private const int Shortest = 4;
    private const int Longest = 32;
    private const string Signs = "!@#$%^*()_+-=";

    /// <exception cref="StatusException">303 too short, too long, or of characters that are not allowed.</exception>
    public static void Check(string text)
    {
        var refusal =
            text.Length < Shortest ? "The length of name or password must be greater than or equal to 4"
            : text.Length > Longest ? "The length of name or password must be less than or equal to 32"
            : text.Contains(' ', StringComparison.Ordinal) ? "The name or password cannot contain spaces"
            : text.All(character => char.IsAsciiLetterOrDigit(character) || Signs.Contains(character, StringComparison.Ordinal)) ? null
            : $"The name or password can only contain letters, numbers or {Signs}";
        if (refusal is not null)
        {
            throw new StatusException(StatusCode.IllegalParameter, refusal);
        }
    }
}

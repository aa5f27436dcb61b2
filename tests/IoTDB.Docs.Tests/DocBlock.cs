namespace IoTDB.Docs.Tests;

/// <summary>One fenced block of a page.</summary>
/// <param name="Language">The word after the opening fence.</param>
/// <param name="Text">The lines between the fences.</param>
/// <param name="Line">Number of the first line in the page.</param>
internal sealed record DocBlock(string Language, string Text, int Line);

namespace Quickstart;

/// <summary>A line of the file cannot be read.</summary>
internal sealed class CsvLineException(int number, string line, string problem)
    : FormatException($"Line {number} cannot be read: {problem}. The line is: {line}");

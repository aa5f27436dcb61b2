namespace Quickstart;

/// <summary>What the command line says.</summary>
/// <param name="Endpoint">Connection string of a server, or null for the embedded one.</param>
/// <param name="CsvFile">The file to load.</param>
/// <param name="Verbose">Whether the library's log is shown.</param>
/// <param name="DataDirectory">Where the embedded server keeps its data, or null for memory.</param>
internal sealed record QuickstartSettings(string? Endpoint, string CsvFile, bool Verbose = false, string? DataDirectory = null)
{
    /// <summary>The file that comes with the sample.</summary>
    public static string DefaultCsvFile { get; } = Path.Combine(AppContext.BaseDirectory, "data", "ETTh1.csv");
}

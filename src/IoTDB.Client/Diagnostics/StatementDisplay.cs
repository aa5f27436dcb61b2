namespace IoTDB.Client;

/// <summary>How statements are shown to those who watch a session.</summary>
/// <param name="Dialect">What the statements are written in.</param>
/// <param name="ShowsValues">Whether their values are shown too: <see cref="ClientOptions.LogSensitiveData"/>.</param>
internal readonly record struct StatementDisplay(SqlDialect Dialect, bool ShowsValues)
{
    /// <summary>A statement as spans may show it.</summary>
    public string Of(string sql) => ShowsValues ? StatementRedactor.Show(sql) : StatementRedactor.Redact(sql, Dialect);
}

namespace IoTDB.Embedded.Sql;

/// <summary>Status codes of the SQL front. Source: TSStatusCode, sql.md section 7.</summary>
internal static class SqlStatus
{
    public const int Unsupported = 300;
    public const int ExecuteFailed = 301;
    public const int Internal = 305;
    public const int Metadata = 507;
    public const int IllegalPath = 509;
    public const int Parse = 700;
    public const int Semantic = 701;
}

using System.Diagnostics.CodeAnalysis;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Sql;

/// <summary>Throw helpers, so that callers stay small and every refusal has one shape.</summary>
internal static class SqlErrors
{
    [DoesNotReturn]
    public static void Semantic(string message) => throw new SqlException(StatusCode.SemanticError, message);

    [DoesNotReturn]
    public static T Semantic<T>(string message) => throw new SqlException(StatusCode.SemanticError, message);

    /// <summary>A failure the server reports while rows are produced.</summary>
    [DoesNotReturn]
    public static void Execution(string message) => throw new SqlException(StatusCode.ExecuteStatementError, message);

    [DoesNotReturn]
    public static T Execution<T>(string message) => throw new SqlException(StatusCode.ExecuteStatementError, message);

    /// <summary>A failure of the server's planner, which names the statement.</summary>
    [DoesNotReturn]
    public static void Internal(string sql, string message) => throw InternalOf(sql, message);

    public static SqlException InternalOf(string sql, string message) =>
        new(StatusCode.InternalServerError, UncaughtText.OfStatement(StatusCode.InternalServerError, sql, message));

    [DoesNotReturn]
    public static void IllegalPath(string path, string? reason = null) => throw new SqlException(
        StatusCode.IllegalPath,
        reason is null ? $"{path} is not a legal path" : $"{path} is not a legal path, because {reason}");
}

namespace IoTDB.Conformance.Wire.Replay;

/// <summary>In which order recordings are played: they were made on one server over its life, and later ones read what earlier ones wrote.</summary>
internal static class ReplayOrder
{
    // After it the server has the database that all others write to.
    private const string Databases = "database_create_delete";

    private static readonly string[] s_order =
    [
        "time_zone", "database_create_delete", "create_timeseries", "create_aligned_timeseries", "create_multi_timeseries", "delete_timeseries",
        "schema_template", "insert_record", "insert_record_null", "insert_aligned_record", "insert_string_record", "insert_string_record_null",
        "insert_string_record_unparsable", "insert_records", "insert_aligned_records", "insert_string_records", "insert_records_of_one_device",
        "insert_string_records_of_one_device", "insert_tablet_all_types", "insert_tablet_nulls", "insert_tablet_nulls_8_rows", "insert_aligned_tablet",
        "insert_tablets", "insert_tablet_unsorted", "test_inserts", "insert_record_wrong_type", "insert_tablet_wrong_type",
        "insert_records_multiple_error", "insert_records_of_one_device_multiple_error", "insert_tablets_multiple_error", "insert_partial_what_was_written",
        "insert_records_ttl_302", "execute_non_query", "query_all_types", "query_all_types_nulls", "query_aligned", "query_constants",
        "query_duplicate_columns", "query_two_devices_alias_error", "query_zero_rows", "query_2500_rows_one_block", "query_fetch_loop",
        "query_aggregation", "query_group_by_time", "query_last", "query_align_by_device", "query_show", "raw_data_query", "last_data_query",
        "aggregation_query", "fast_last_prefix_unknown_method", "query_close_early", "query_fetch_loop_small", "delete_data", "errors_sql",
        "conversation_tree", "close_session_then_request", "wrong_session_id", "open_session_twice", "misc_calls", "protocol_edges", "admin_calls",
        "legacy_methods", "execute_batch", "insert_tablet_edges", "insert_record_edges", "pipelined_requests", "open_session_tree",
        "open_session_unknown_user", "open_session_wrong_password", "open_session_variants", "not_logged_in", "insert_tablet_encoded_by_newer_client",
        "compact_conversation", "fetch_and_close_edges",
    ];

    /// <summary>Whether a recording is of the tree model and of one node, so that a server without the table model can play it.</summary>
    public static bool IsPlayed(string file) =>
        !file.StartsWith("table_", StringComparison.Ordinal)
        && !file.EndsWith("_table.txt", StringComparison.Ordinal)
        && !file.StartsWith("redirect_", StringComparison.Ordinal)
        && !file.StartsWith("sql_dialect", StringComparison.Ordinal)
        && file != "broken_frames.txt";

    /// <summary>Whether the series that recordings read and none writes are to be made now.</summary>
    public static bool IsSeededAfter(string file) => Path.GetFileNameWithoutExtension(file) == Databases;

    /// <summary>Known recordings in the order they were made, others behind them by name.</summary>
    public static IEnumerable<string> Sort(IEnumerable<string> files) =>
        files.OrderBy(file => Array.IndexOf(s_order, Path.GetFileNameWithoutExtension(file)) is >= 0 and int place ? place : s_order.Length)
            .ThenBy(file => file, StringComparer.Ordinal);
}

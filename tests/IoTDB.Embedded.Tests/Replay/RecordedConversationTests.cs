using IoTDB.Conformance.Wire;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Replay;

/// <summary>Every exchange of the tree model that was recorded on the real server, asked again here.</summary>
/// <remarks>
/// Compared: status codes with sub-statuses, columns, types, aliases, rows, exceptions, ids as far as they mean something. Not compared: texts of errors, where
/// pages are cut, the order of SHOW.
/// </remarks>
public sealed class RecordedConversationTests
{
    // The recordings with times near the present were made then.
    private static readonly DateTimeOffset s_recorded = new(2026, 11, 21, 8, 18, 3, 144, TimeSpan.Zero);

    // Answers that differ on purpose, by the line of the recorded answer.
    private static readonly Dictionary<string, string> s_known = new(StringComparer.Ordinal)
    {
        ["query_show.txt:240"] = "the present time",
        ["open_session_twice.txt:78"] = "table dialect",
        ["open_session_twice.txt:107"] = "table dialect",
        ["open_session_twice.txt:151"] = "table dialect",
        ["execute_batch.txt:142"] = "table dialect",
        ["execute_batch.txt:152"] = "table dialect",
        ["open_session_variants.txt:444"] = "table dialect",
        ["open_session_variants.txt:569"] = "table dialect",
        ["legacy_methods.txt:166"] = "a finished query is gone: no empty data set before the end",
        ["fetch_and_close_edges.txt:62"] = "rows of another server, with fetches that were not recorded",
        ["protocol_edges.txt:317"] = "bytes after a message are dropped, not taken for the next one",
        ["protocol_edges.txt:336"] = "bytes after a message are dropped, not taken for the next one",
    };

    // One server over its life, in the order of the recording; later recordings read what earlier ones wrote.
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

    [Fact]
    public async Task Recorded_requests_get_the_recorded_answers()
    {
        await using var server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { TimeProvider = new ManualTimeProvider(s_recorded) });
        await using var replay = new ReplayServer(server);
        var compared = 0;
        var differences = new List<string>();
        foreach (var name in s_order)
        {
            var report = await replay.PlayAsync(Read(name));
            compared += report.Compared;
            differences.AddRange(report.Differences.Where(one => !s_known.ContainsKey($"{report.File}:{one.Line}")).Select(one => one.Text));
            if (name == "database_create_delete")
            {
                await ReplaySeed.ApplyAsync(server, Read);
            }
        }

        differences.ShouldBeEmpty();
        compared.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void No_recording_of_the_tree_model_is_left_out()
    {
        string[] elsewhere = ["broken_frames.txt", "subscription"];
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "wire"), "*.txt").Select(path => Path.GetFileName(path))
            .Where(file => !file.StartsWith("table_", StringComparison.Ordinal) && !file.EndsWith("_table.txt", StringComparison.Ordinal))
            .Where(file => !file.StartsWith("redirect_", StringComparison.Ordinal) && !file.StartsWith("sql_dialect", StringComparison.Ordinal) && !elsewhere.Contains(file))
            .Except(s_order.Select(name => name + ".txt"))
            .ShouldBeEmpty();
    }

    private static RecordingFile Read(string name) => RecordingFile.Read(Path.Combine(AppContext.BaseDirectory, "wire", name + ".txt"));
}

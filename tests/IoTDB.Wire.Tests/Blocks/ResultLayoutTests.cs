using IoTDB.Testing;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;

namespace IoTDB.Wire.Tests.Blocks;

/// <summary>Which block column is which. source: wire protocol 9.3.</summary>
public sealed class ResultLayoutTests
{
    private static readonly ExecuteStatementResponse s_response = new(new Status(200), Columns: ["a", "b", "a"], DataTypeList: ["INT32", "TEXT", "INT32"]);

    [Fact]
    public void The_list_of_places_counts_most() => ResultLayout.Of(s_response with
    {
        ColumnIndexToBlockColumnIndexList = [1, -1, 1],
        ColumnNameIndexMap = [new("a", 0), new("b", 1)],
    }).ShouldBe([1, -1, 1]);

    [Fact]
    public void Then_the_map_of_names() =>
        ResultLayout.Of(s_response with { ColumnNameIndexMap = [new("b", 0), new("a", 1)] }).ShouldBe([1, 0, 1]);

    [Fact]
    public void Then_the_order() => ResultLayout.Of(s_response).ShouldBe([0, 1, 2]);

    [Fact]
    public void No_columns_are_no_columns() => ResultLayout.Of(new ExecuteStatementResponse(new Status(200))).ShouldBeEmpty();

    [Fact]
    [Proves("D-11")]
    [Fault("F-48")]
    public void What_does_not_agree_is_refused()
    {
        Should.Throw<WireFormatException>(() => ResultLayout.Of(s_response with { DataTypeList = ["INT32"] })).Field.ShouldContain("DataTypeList");
        Should.Throw<WireFormatException>(() => ResultLayout.Of(s_response with { ColumnIndexToBlockColumnIndexList = [0, 1] })).Expectation.ShouldContain("3 places");
        Should.Throw<WireFormatException>(() => ResultLayout.Of(s_response with { ColumnIndexToBlockColumnIndexList = [0, 1, 3] }));
        Should.Throw<WireFormatException>(() => ResultLayout.Of(s_response with { ColumnIndexToBlockColumnIndexList = [0, 1, -2] }));
        Should.Throw<WireFormatException>(() => ResultLayout.Of(s_response with { ColumnNameIndexMap = [new("a", 7)] }));
    }

    [Fact]
    public void Rows_in_the_legacy_layout_are_refused_with_the_remedy()
    {
        QueryDataSet legacy = new(default, [], []);

        Should.Throw<WireFormatException>(() => ResultLayout.Of(s_response with { QueryDataSet = legacy })).Expectation.ShouldContain("V2");
        Should.Throw<WireFormatException>(() => ResultLayout.RefuseLegacy(new FetchResultsResponse(new Status(200), true, true, legacy))).Expectation.ShouldContain("V2");
        Should.Throw<WireFormatException>(() => ResultLayout.RefuseLegacy(new FetchResultsResponse(new Status(200), true, true, null, new NonAlignQueryDataSet([], []))));
    }
}

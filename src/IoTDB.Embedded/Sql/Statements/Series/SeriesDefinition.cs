using System.Collections.Immutable;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>What a statement says about a series.</summary>
/// <remarks><c>Name</c>: canonical name of the measurement. <c>Properties</c>: properties other than encoding and compression, as typed, such as <c>loss</c> and <c>compdev</c>.</remarks>
internal sealed record SeriesDefinition(
    string Name,
    string? Alias,
    TsDataType DataType,
    TsEncoding? Encoding,
    TsCompression? Compression,
    ImmutableArray<KeyValuePair<string, string>> Properties,
    ImmutableArray<KeyValuePair<string, string>> Tags,
    ImmutableArray<KeyValuePair<string, string>> Attributes);

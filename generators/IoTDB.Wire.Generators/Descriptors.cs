using Microsoft.CodeAnalysis;

namespace IoTDB.Wire.Generators;

/// <summary>Everything this generator can complain about. It serves one project: an error is a mistake in a message's declaration.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor NotAPartialRecord = New(
        "IOTDBW01", "A Thrift struct must be a partial record", "'{0}' must be a top-level partial record with a parameter list; its parameters are the fields");

    public static readonly DiagnosticDescriptor NoFieldId = New(
        "IOTDBW02", "A parameter has no field id", "'{0}.{1}' needs [ThriftField(id)] with the number of the IDL");

    public static readonly DiagnosticDescriptor DuplicateFieldId = New(
        "IOTDBW03", "Two fields have one id", "'{0}.{1}' has field id {2}, which is taken or not above the one before it; declare fields by ascending id");

    public static readonly DiagnosticDescriptor UnsupportedType = New(
        "IOTDBW04", "A type cannot travel", "'{0}.{1}' has type '{2}', which no Thrift type carries; use a number, bool, string, ReadOnlyMemory<byte>, an int enum, a Thrift struct, an array or KeyValuePair<,>[] of these");

    public static readonly DiagnosticDescriptor TooManyFields = New(
        "IOTDBW05", "Too many fields", "'{0}' has more than 32 fields, which is all that the check for required ones counts");

    private static DiagnosticDescriptor New(string id, string title, string message) =>
        new(id, title, message, "IoTDB.Wire", DiagnosticSeverity.Error, isEnabledByDefault: true);
}

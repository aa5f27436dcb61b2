namespace IoTDB.Wire.Generators.Tests;

/// <summary>Declarations that between them use everything a message can have.</summary>
internal static class Samples
{
    public const string Everything = """
        namespace Sample.Messages;

        internal enum Color { Red = 0, Green = 7 }

        [ThriftStruct]
        internal sealed partial record Point([ThriftField(1)] string Name, [ThriftField(2)] int Port);

        [ThriftStruct(MaxLevels = 3)]
        internal readonly partial record struct Everything(
            [ThriftField(1)] long Id,
            [ThriftField(2, Lenient = true)] string Message,
            [ThriftField(3)] bool Flag,
            [ThriftField(4)] Color Color,
            [ThriftField(5)] Point Point,
            [ThriftField(6)] string[] Names,
            [ThriftField(7)] int[][] Numbers,
            [ThriftField(8)] byte[] Bytes,
            [ThriftField(9)] ReadOnlyMemory<byte> Blob,
            [ThriftField(10)] KeyValuePair<string, int>[] Map,
            [ThriftField(11, MayBeAbsent = true)] int Defaulted,
            [ThriftField(12, MayBeAbsent = true)] string DefaultedText,
            [ThriftField(13)] short? Short = null,
            [ThriftField(14)] double? Double = null,
            [ThriftField(15)] sbyte? Byte = null,
            [ThriftField(16)] bool? OptionalFlag = null,
            [ThriftField(17)] Point? OptionalPoint = null,
            [ThriftField(18)] Everything[]? Children = null,
            [ThriftField(200)] KeyValuePair<string, string>[][]? Maps = null);
        """;

    public const string Small = """
        namespace Sample;

        [ThriftStruct]
        internal readonly partial record struct Small([ThriftField(1)] long Id, [ThriftField(2)] string? Name = null);
        """;

    public const string Global = """
        [ThriftStruct]
        internal readonly partial record struct Nothing();
        """;
}

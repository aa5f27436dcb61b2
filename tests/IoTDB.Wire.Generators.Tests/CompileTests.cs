namespace IoTDB.Wire.Generators.Tests;

/// <summary>Generated code compiles under warnings as errors and does what it says.</summary>
public sealed class CompileTests
{
    private const string Entry = """

        public static class Entry
        {
            public static string Run()
            {
                System.Buffers.ArrayBufferWriter<byte> output = new();
                ThriftWriter writer = new(output, ThriftProtocol.PROTOCOL);
                new Sample.Small(7, "hi").Write(ref writer);
                writer.Flush();
                ThriftReader reader = new(output.WrittenMemory, ThriftProtocol.PROTOCOL, IoTDB.Wire.WireLimits.Default);
                return Convert.ToHexString(output.WrittenSpan) + " " + Sample.Small.Read(ref reader);
            }
        }
        """;

    // source: wire protocol 2.2, 2.3.
    [Theory]
    [InlineData("Binary", "0A00010000000000000007" + "0B0002000000026869" + "00")]
    [InlineData("Compact", "160E" + "18026869" + "00")]
    public void A_message_is_written_and_read(string protocol, string literal)
    {
        string source = Samples.Small.Replace("namespace Sample;", "namespace Sample { ", StringComparison.Ordinal) + " }" + Entry.Replace("PROTOCOL", protocol, StringComparison.Ordinal);

        GeneratorHarness.CompileAndRun(source).ShouldBe(literal + " Small { Id = 7, Name = hi }");
    }

    [Fact]
    public void Everything_compiles()
    {
        string source = Samples.Everything.Replace("namespace Sample.Messages;", "namespace Sample.Messages { ", StringComparison.Ordinal)
            + " } public static class Entry { public static string Run() => typeof(Sample.Messages.Everything).Name; }";

        GeneratorHarness.CompileAndRun(source).ShouldBe("Everything");
    }

    [Fact]
    public void A_message_outside_of_namespaces_compiles() =>
        GeneratorHarness.CompileAndRun(Samples.Global + " public static class Entry { public static string Run() => new Nothing().ToString(); }").ShouldBe("Nothing { }");
}

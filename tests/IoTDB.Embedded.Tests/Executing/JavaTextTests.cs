using IoTDB.Embedded.Executing.Values;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Executing;

/// <summary>Numbers as text. Source: toString of a Java 17 virtual machine; 120,000 more were compared once.</summary>
public sealed class JavaTextTests
{
    [Theory]
    [InlineData(0x3e32fbd765a5cbd5, "4.42E-9")]
    [InlineData(0x43d1971e826c1cb0, "5.0700614625459405E18")]
    [InlineData(0x409c7395810624dd, "1820.896")]
    [InlineData(0x41c19557c0000000, "5.9E8")]
    [InlineData(0x66a14d876b678305, "2.352691132947285E186")]
    [InlineData(0x43ca05571b68913f, "3.7500011901995249E18")]
    [InlineData(0x41b61d02c0000000, "3.71E8")]
    [InlineData(0x3d69f750240b7316, "7.380000000000001E-13")]
    [InlineData(0xbe75333b8861b035, "-7.897662798885706E-8")]
    [InlineData(0xc3ce47b299c3018d, "-4.3638178359113876E18")]
    [InlineData(0x3e798059ac99a685, "9.5E-8")]
    [InlineData(0x6ce0000000000000, "2.7578261315509936E216")]
    [InlineData(0x3ff0000000000000, "1.0")]
    [InlineData(0x40903f9fbe76c8b4, "1039.906")]
    [InlineData(0xbefc8cc4197ed6d3, "-2.722727512579385E-5")]
    [InlineData(0x430a5189687f0000, "9.26E14")]
    [InlineData(0x3ef4f8b588e368f1, "2.0E-5")]
    [InlineData(0x51bf393ef119d037, "6.065714879914182E85")]
    [InlineData(0xc3d3cf52002fb33a, "-5.7097990706139566E18")]
    [InlineData(0x3d65375755a573e3, "6.030000000000001E-13")]
    [InlineData(0xc3c04d3089b20d21, "-2.3492968915388503E18")]
    [InlineData(0x4064acc49ba5e354, "165.399")]
    [InlineData(0x43d09095c3696d71, "4.7744742710924913E18")]
    [InlineData(0x32f0000000000000, "2.4308653429145085E-63")]
    [InlineData(0x122928ee79018977, "3.480181652034704E-221")]
    [InlineData(0x0000000000000001, "4.9E-324")]
    public void Doubles_have_the_digits_of_Java(ulong bits, string expected) => JavaText.Of(BitConverter.UInt64BitsToDouble(bits)).ShouldBe(expected);

    [Theory]
    [InlineData(0x6a3af3ca, "5.6502865E25")]
    [InlineData(0xea7e866c, "-7.6925486E25")]
    [InlineData(0x69000000, "9.6714065E24")]
    [InlineData(0x84778b74, "-2.9098744E-36")]
    [InlineData(0x503cc56a, "1.26682173E10")]
    [InlineData(0x44e7c625, "1854.192")]
    [InlineData(0x44f78000, "1980.0")]
    [InlineData(0x44e42ef2, "1825.467")]
    [InlineData(0x44441c8b, "784.446")]
    [InlineData(0x490e1700, "582000.0")]
    [InlineData(0xde9345ec, "-5.3060738E18")]
    [InlineData(0x449c9421, "1252.629")]
    [InlineData(0x4fa48242, "5.52E9")]
    [InlineData(0xea4422d9, "-5.9278506E25")]
    [InlineData(0x4dc3672b, "4.09789792E8")]
    [InlineData(0x59000000, "2.25179981E15")]
    [InlineData(0xc1cf1ec5, "-25.890024")]
    [InlineData(0x3cf0068e, "0.0293")]
    [InlineData(0xce9887f7, "-1.27952371E9")]
    [InlineData(0x899336ab, "-3.5440372E-33")]
    [InlineData(0x2fead370, "4.2714587E-10")]
    [InlineData(0x479d0800, "80400.0")]
    [InlineData(0x449e664e, "1267.197")]
    [InlineData(0x4ab28720, "5850000.0")]
    [InlineData(0x7ac741b8, "5.173E35")]
    [InlineData(0x4436553f, "729.332")]
    [InlineData(0x2d18b33f, "8.68E-12")]
    [InlineData(0x449b650e, "1243.158")]
    public void Floats_have_the_digits_of_Java(uint bits, string expected) => JavaText.Of(BitConverter.UInt32BitsToSingle(bits)).ShouldBe(expected);
}

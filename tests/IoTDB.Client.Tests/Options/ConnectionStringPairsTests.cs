using System.Data.Common;
using FsCheck;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Options;

public sealed class ConnectionStringPairsTests
{
    [Theory]
    [InlineData("Host=a;Port=1")]
    [InlineData(" Host = a b ; ; PORT=1;")]
    [InlineData("host=a;HOST=b")]
    [InlineData("host=a;port=1;host=b")]
    [InlineData("Host=;Port=1")]
    [InlineData("Password=a=b")]
    [InlineData("Password='a;b'")]
    [InlineData("Password=\"it's\"")]
    [InlineData("a==b=c")]
    [InlineData("Host=ä")]
    [InlineData("=a")]
    [InlineData("a")]
    [InlineData("")]
    [InlineData(";;")]
    public void A_text_is_taken_apart_as_the_framework_does(string text) => Same(text);

    [Fact]
    public void Any_text_is_taken_apart_as_the_framework_does()
    {
        Gen<string> part = Gen.Elements("a", "B", "key", "Port", "1", "=", "=", "=", ";", ";", " ", "\t", "'", "\"", "{", "}", "é", "-", "_", ",", "\0");
        Gen<string> text = part.ArrayOf().Select(string.Concat);
        Prop.ForAll(text.ToArbitrary(), Same)
            .Check(new Configuration { MaxNbOfTest = 5000, EndSize = 24, Replay = FsCheck.Random.StdGen.NewStdGen(20261121, 11), QuietOnSuccess = true });
    }

    private static void Same(string text)
    {
        Dictionary<string, string>? expected = null;
        try
        {
            DbConnectionStringBuilder framework = new() { ConnectionString = text };
            expected = framework.Keys.Cast<string>().ToDictionary(key => key, key => (string)framework[key]);
        }
        catch (ArgumentException)
        {
            // no connection string
        }

        if (expected is null)
        {
            Should.Throw<ArgumentException>(() => ConnectionStringPairs.Read(text), text);
        }
        else
        {
            ConnectionStringPairs.Read(text).ShouldBe(expected, ignoreOrder: true, text);
        }
    }
}

using System.Diagnostics;
using IoTDB.Conformance.Wire;
using IoTDB.Testing;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;
using Xunit.Abstractions;

namespace IoTDB.Wire.Tests.Fuzz;

/// <summary>Whatever comes in, a decoder gives a value or refuses: no other exception, no memory beyond the input's scale, little stack.</summary>
public sealed class DecoderFuzzTests(ITestOutputHelper output)
{
    private const int FixedInputs = 100_000;
    private const int FreshInputs = 20_000;
    private const int SmallStack = 256 << 10;

    // Reliability D-15, and half a mebibyte for what a test itself and an exception take.
    private static readonly WireLimits s_limits = WireLimits.Default with { MaxExpandedBytes = 1 << 20, MaxBlockRows = 20_000 };
    private static readonly long s_slack = s_limits.DecodedSlack + (512 << 10);

    [Fact]
    [Proves("D-15")]
    [Fault("F-39")]
    public void Decoder_fuzz() => OnSmallStack(() =>
    {
        int fresh = Random.Shared.Next();
        output.WriteLine($"fresh seed: {fresh}");
        List<FuzzInput> corpus = Corpus.Make();
        corpus.Count.ShouldBeGreaterThan(1000);
        Run(corpus, seed: 20261121, FixedInputs);
        Run(corpus, fresh, FreshInputs);
    });

    [Theory]
    [InlineData("0C 0009 ")]
    [InlineData("0F 0009 0F 00000001 0F 00000001 ")]
    [InlineData("0D 0009 08 0D 00000001 00000001 08 0D 00000001 00000001 ")]
    [Fault("F-45"), Fault("F-46")]
    public void Deep_nests_take_little_stack(string nest) => OnSmallStack(() =>
    {
        byte[] bytes = Hex.Bytes(string.Concat(Enumerable.Repeat(nest, 20_000)));
        Decode(new FuzzInput(FuzzTarget.Message, bytes, ThriftProtocol.Binary, Message: Messages.MessageProbe.Of(typeof(Status)))).ShouldBeFalse();
    });

    private void Run(List<FuzzInput> corpus, int seed, int count)
    {
        Random random = new(seed);
        Mutator mutator = new(random);
        int understood = 0;
        for (int i = 0; i < count; i++)
        {
            FuzzInput start = corpus[random.Next(corpus.Count)];
            FuzzInput input = start with { Bytes = mutator.Mutate(start.Bytes, corpus[random.Next(corpus.Count)].Bytes) };
            long before = GC.GetAllocatedBytesForCurrentThread();
            long clock = Stopwatch.GetTimestamp();
            try
            {
                understood += Decode(input) ? 1 : 0;
            }
            catch (Exception e)
            {
                throw new ShouldAssertException($"seed {seed}, input {i}: {input.Target} {input.Protocol} {input.Message?.Type.Name} {Convert.ToHexString(input.Bytes)} ended in {e}");
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > (input.Bytes.Length * (long)s_limits.DecodedFactor) + s_slack)
            {
                throw new ShouldAssertException($"seed {seed}, input {i}: {input.Bytes.Length} bytes took {allocated}: {input.Target} {Convert.ToHexString(input.Bytes)}");
            }

            // Not the 50 ms of the promise: the machine that runs the tests does other things too.
            Stopwatch.GetElapsedTime(clock).TotalSeconds.ShouldBeLessThan(10, $"seed {seed}, input {i}");
        }

        output.WriteLine($"seed {seed}: {count} inputs, {understood} understood");
        understood.ShouldBeInRange(count / 100, count);
    }

    // True when the bytes were understood, false when they were refused as they should be.
    private static bool Decode(FuzzInput input)
    {
        try
        {
            switch (input.Target)
            {
                case FuzzTarget.Request:
                    CallHeader call = Answers.ReadHeader(input.Bytes, input.Protocol, s_limits);
                    MessageCatalog.Find(call.Method)?.DecodeRequest(input.Bytes, call);
                    break;
                case FuzzTarget.Answer:
                    CallHeader answer = Answers.ReadHeader(input.Bytes, input.Protocol, s_limits);
                    Inspect(MessageCatalog.Find(answer.Method)?.DecodeReply(input.Bytes, answer));
                    break;
                case FuzzTarget.Message:
                    input.Message!.Read(input.Bytes, input.Protocol);
                    break;
                case FuzzTarget.Block:
                    Inspect(input.Bytes);
                    break;
                case FuzzTarget.Tablet:
                    TabletDecoder.Decode(input.Bytes, input.Types, input.Rows);
                    break;
                default:
                    RecordDecoder record = new(input.Bytes);
                    while (record.TryRead(out _, out _))
                    {
                    }

                    break;
            }

            return true;
        }
        catch (Exception e) when (e is WireFormatException or ThriftApplicationException)
        {
            return false;
        }
    }

    private static void Inspect(object? reply)
    {
        if (reply is ExecuteStatementResponse { QueryDataSet: null, NonAlignQueryDataSet: null } response)
        {
            ResultLayout.Of(response);
        }
    }

    // Once parsed, a block can be read to its end without a further check.
    private static void Inspect(byte[] bytes)
    {
        using ResultBlock block = new(s_limits);
        block.Parse(bytes);
        for (int column = -1; column < block.ColumnCount; column++)
        {
            Read(block, column);
        }
    }

    private static void Read(ResultBlock block, int column)
    {
        // Rows of run-length columns are not in the input's scale; a reader takes them in pieces, this test not at all.
        if (block.Rows > 2000)
        {
            return;
        }

        ColumnDecoder.ReadMissing(block, column, new bool[block.Rows]);
        switch (block[column].Encoding)
        {
            case BlockEncoding.ByteArray:
                ColumnDecoder.ReadBooleans(block, column, new bool[block.Rows]);
                break;
            case BlockEncoding.Int32Array:
                ColumnDecoder.ReadInts(block, column, new int[block.Rows]);
                break;
            case BlockEncoding.Int64Array:
                ColumnDecoder.ReadLongs(block, column, new long[block.Rows]);
                break;
            default:
                ColumnDecoder.ReadRanges(block, column, new Range[block.Rows]);
                ColumnDecoder.ReadTexts(block, column, new string?[block.Rows]);
                break;
        }
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }
}

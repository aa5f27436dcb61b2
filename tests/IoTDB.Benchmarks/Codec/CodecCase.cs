namespace IoTDB.Benchmarks.Codec;

/// <summary>One measured operation. A case is a class in a file of its own; <see cref="CodecCases"/> finds it.</summary>
internal abstract class CodecCase : IDisposable
{
    /// <summary>Name in the report, and that of its limit.</summary>
    public abstract string Name { get; }

    /// <summary>Rows, or calls, of one run.</summary>
    public abstract int Rows { get; }

    /// <summary>What is asked of it.</summary>
    public abstract CodecTarget Target { get; }

    /// <summary>Makes the rows and checks that the operation does what it says; not measured.</summary>
    public abstract void Prepare();

    /// <summary>The operation.</summary>
    public abstract void Run();

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>Fails the benchmark when an operation does not do what it says: a fast wrong answer is no answer.</summary>
    protected static void Require(bool condition, string expectation)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The benchmark is wrong: {expectation}.");
        }
    }
}

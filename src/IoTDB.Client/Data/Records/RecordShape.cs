using IoTDB.Wire.Blocks;

namespace IoTDB.Client;

/// <summary>The measurements of a record, in the order they were added. Records with the same ones share it, so that a record holds its values alone.</summary>
/// <remarks>
/// A tree: each measurement that is added leads from one shape to the next, and the way there is remembered. It is bounded: a tree that has
/// grown large, because measurements have ever new names, is left to the collector and begun anew. Immutable but for what it remembers.
/// </remarks>
internal sealed class RecordShape
{
    private const int MostBranches = 32;
    private const int MostShapes = 100_000;
    private const int FirstCapacity = 32;
    private const int MostRemembered = 4096;
    private static RecordShape s_empty = new(null, string.Empty, default);
    private static int s_count;

    private readonly RecordShape? _parent;
    private readonly string _name;
    private readonly TsDataType _type;
    private readonly TabletShape?[] _tablets = new TabletShape?[2];
    private RecordShape[] _next = [];
    private int _capacity = FirstCapacity;

    private RecordShape(RecordShape? parent, string name, TsDataType type)
    {
        _parent = parent;
        _name = name;
        _type = type;
        Count = parent is null ? 0 : parent.Count + 1;
        First = parent is null or { Count: 0 } ? this : parent.First;
        NameBytes = parent is null ? 0 : parent.NameBytes + sizeof(int) + (name.Length * 3) + 2;
        HasInstants = type == TsDataType.Timestamp || parent?.HasInstants == true;
    }

    /// <summary>No measurements.</summary>
    public static RecordShape Empty => Volatile.Read(ref s_empty);

    /// <summary>Number of measurements.</summary>
    public int Count { get; }

    /// <summary>The shape of the first measurement alone.</summary>
    public RecordShape First { get; }

    /// <summary>One is a TIMESTAMP.</summary>
    public bool HasInstants { get; }

    /// <summary>Bytes that the names take on the way, at most.</summary>
    public int NameBytes { get; }

    /// <summary>Bytes that the values of records which begin like this took.</summary>
    public int Capacity => Volatile.Read(ref _capacity);

    /// <summary>The shape with one measurement more.</summary>
    /// <exception cref="ArgumentException">The server could not store the name.</exception>
    public RecordShape With(string measurement, TsDataType type)
    {
        RecordShape[] next = Volatile.Read(ref _next);
        foreach (RecordShape known in next)
        {
            if (known._type == type && known._name == measurement)
            {
                return known;
            }
        }

        return Branch(next, measurement, type);
    }

    /// <summary>Remembers how large records get that begin like this.</summary>
    public void Remember(int capacity) => Volatile.Write(ref _capacity, Math.Min(capacity, MostRemembered));

    /// <summary>The measurements as they travel.</summary>
    /// <exception cref="ArgumentException">Two measurements have one name.</exception>
    public TabletShape Columns(bool aligned) => _tablets[aligned ? 1 : 0] ??= Make(aligned);

    private TabletShape Make(bool aligned)
    {
        string[] names = new string[Count];
        TsDataType[] types = new TsDataType[Count];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (RecordShape? shape = this; shape!.Count > 0; shape = shape._parent)
        {
            names[shape.Count - 1] = NodeName.ToWire(shape._name, "measurement");
            types[shape.Count - 1] = shape._type;
            if (!seen.Add(shape._name))
            {
                throw new ArgumentException($"A record has two values for {NodeName.Shown(shape._name)}; it takes one of each measurement.");
            }
        }

        return new TabletShape(names, types, aligned);
    }

    private RecordShape Branch(RecordShape[] next, string measurement, TsDataType type)
    {
        NodeName.FromValue(measurement, nameof(measurement));
        RecordShape branch = new(this, measurement, type);
        if (next.Length < MostBranches)
        {
            // A branch that is lost in a race is one more object.
            Interlocked.CompareExchange(ref _next, [.. next, branch], next);
            if (Interlocked.Increment(ref s_count) >= MostShapes)
            {
                Volatile.Write(ref s_empty, new RecordShape(null, string.Empty, default));
                Volatile.Write(ref s_count, 0);
            }
        }

        return branch;
    }
}

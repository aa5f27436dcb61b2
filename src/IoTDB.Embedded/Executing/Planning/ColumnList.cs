using IoTDB.Embedded.Executing.Operators;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Executing.Planning;

/// <summary>Gathers the columns of a query and its sort keys: what is written twice is computed once.</summary>
internal sealed class ColumnList(IReadOnlyList<(string Name, TsDataType Type)> leading)
{
    private readonly List<string> _names = [];
    private readonly List<bool> _aliases = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<int> _columnSlots = [];
    private readonly List<SortKey> _keys = [];

    /// <summary>Distinct texts of what is computed, in slot order.</summary>
    public IReadOnlyList<string> Texts => _texts;

    public int Visible { get; private set; }

    public void Add(string name, string text, bool isAlias)
    {
        _names.Add(name);
        _aliases.Add(isAlias);
        _columnSlots.Add(SlotOf(text));
        Visible = _texts.Count;
    }

    /// <summary>Adds a sort key; one that is no column is computed beside them and not shown.</summary>
    public void AddKey(OrderKey key, string? text) => _keys.Add(key.Kind switch
    {
        OrderKeyKind.Time => new SortKey(SortKey.Time, TsDataType.Int64, key.IsDescending, key.NullsFirst),
        OrderKeyKind.Device => new SortKey(0, TsDataType.Text, key.IsDescending, key.NullsFirst),
        _ => new SortKey(leading.Count + SlotOf(text!), TsDataType.Boolean, key.IsDescending, key.NullsFirst),
    });

    /// <summary>The shape and keys once the types of all texts are known.</summary>
    public (QueryShape Shape, IReadOnlyList<SortKey> Keys) Complete(IReadOnlyList<TsDataType> types)
    {
        TsDataType[] rowTypes = [.. leading.Select(column => column.Type), .. types];
        QueryShape shape = new(
            [.. leading.Select(column => column.Name), .. _names],
            [.. leading.Select(column => column.Type), .. _columnSlots.Select(slot => types[slot])],
            [.. Enumerable.Range(0, leading.Count), .. _columnSlots.Select(slot => leading.Count + slot)],
            rowTypes,
            leading.Count + Visible)
        {
            Aliases = [.. leading.Select(_ => false), .. _aliases],
        };
        List<SortKey> keys = [.. _keys.Select(key => key.Column == SortKey.Time ? key : key with { Type = rowTypes[key.Column] })];
        foreach (SortKey key in keys)
        {
            if (key.Type == TsDataType.Blob)
            {
                Sql.SqlErrors.Semantic("The data type of BLOB is not comparable");
            }
        }

        return (shape, keys);
    }

    private int SlotOf(string text)
    {
        if (!_slots.TryGetValue(text, out int slot))
        {
            slot = _texts.Count;
            _slots.Add(text, slot);
            _texts.Add(text);
        }

        return slot;
    }
}

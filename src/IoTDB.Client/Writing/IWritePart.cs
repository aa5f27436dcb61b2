namespace IoTDB.Client;

/// <summary>Rows that travel in one request, and can travel in two.</summary>
internal interface IWritePart<TSelf>
    where TSelf : class, IWritePart<TSelf>
{
    /// <summary>Rows, at least one.</summary>
    int Rows { get; }

    /// <summary>What a list of statuses has an entry for, when it has one for everything sent: tablets or records; rows of the only tablet.</summary>
    int Items { get; }

    /// <summary>All rows are of one device and have the same measurements of the same types: what is wrong with the schema is wrong for each.</summary>
    bool IsUniform { get; }

    /// <summary>A device has two rows of one time among these, so that their order counts.</summary>
    bool HasRepeats { get; }

    /// <summary>Device, or table, of the first row as it travels.</summary>
    string Target { get; }

    /// <summary>Names of the measurements of the first row as they travel.</summary>
    IReadOnlyList<string> Measurements { get; }

    /// <summary>One of <see cref="Items"/> alone.</summary>
    TSelf Item(int index);

    /// <summary>Two parts of about half the rows: between devices where there are several, else between times. Needs two rows.</summary>
    (TSelf First, TSelf Second) Split();

    /// <summary>The same rows without some measurements, but not without all.</summary>
    TSelf Without(IReadOnlyCollection<string> measurements);
}

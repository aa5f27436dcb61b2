namespace IoTDB.Client;

/// <summary>What became of single rows of one device: whether all that were looked at were refused alike.</summary>
internal sealed class SingledOut
{
    private const int Enough = 8;
    private int _code;
    private int _alike;
    private bool _differ;

    /// <summary>So many were refused for one reason and none was stored that a search for better ones is no use: a missing table needs no thousand requests.</summary>
    public bool IsHopeless => !_differ && _alike >= Enough;

    public void Refused(int? code)
    {
        _differ |= _alike > 0 && _code != code;
        _code = code.GetValueOrDefault();
        _alike++;
    }

    public void Stored() => _differ = true;
}

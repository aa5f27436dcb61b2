namespace IoTDB.Client;

/// <summary>How large a request one endpoint takes, as far as it has shown. All members belong to the lock of the <see cref="EndpointSet"/>.</summary>
/// <remarks>
/// A server says that a request is too large, or closes the connection once it has read its length. A cut has other causes more often: it counts
/// when the request was large and the connection was made, login answered, after the cut before. The second in a row makes a limit of half the
/// size. That is believed only once a request near it was answered, and lowered by one more cut above what was; when small ones are cut too it is forgotten. A limit is tried with twice
/// its size after a while, so that it does not outlive its cause. Source: reliability.md F-72; observed with dn_thrift_max_frame_size.
/// </remarks>
internal sealed class RequestLimit(TimeProvider clock)
{
    /// <summary>Bytes of the largest request whose cut says nothing about its size.</summary>
    public const int LargestUnsuspected = 64 * 1024;

    /// <summary>No limit is known.</summary>
    public const int None = int.MaxValue;

    private const int Smallest = 4 * 1024;
    private const int Pointless = 1 << 30;
    private static readonly TimeSpan s_inARow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_firstHold = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_longestHold = TimeSpan.FromHours(2);
    private int _cuts;
    private int _suspect;
    private long _cutAt;
    private int _taken; // bytes of the largest request that was answered since there is a limit
    private int _held; // what holds again when the trial of twice as much fails; 0 without one
    private long _since;
    private TimeSpan _hold = s_firstHold;

    /// <summary>Bytes of the largest request that should be sent.</summary>
    public int Most { get; private set; } = None;

    /// <summary>Bytes of the smallest request that was refused.</summary>
    public int Refused { get; private set; } = None;

    /// <summary>What the server answered; null where it closed the connection.</summary>
    public int? StatusCode { get; private set; }

    /// <summary>The server said so itself, or took a request near the limit.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Whether an answer may change anything.</summary>
    public bool IsIdle => Most == None && _cuts == 0;

    /// <summary>Grows with each cut that counts: a connection that was made since was answered after it.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a request that no trial is due for has been refused at less.</summary>
    public bool Refuses(int bytes) => IsConfirmed && _held == 0 && bytes >= Refused;

    /// <summary>Bytes of the largest request that should be sent now: from time to time twice as many as before.</summary>
    public int Ask()
    {
        if (Most != None && _held == 0 && clock.GetElapsedTime(_since) >= _hold)
        {
            if (!IsConfirmed || Most >= Pointless)
            {
                Forget();
            }
            else
            {
                _held = Most;
                Most *= 2;
            }
        }

        return Most;
    }

    /// <summary>The connection broke while a request was sent, or before its answer came.</summary>
    /// <param name="bytes">Bytes of the request.</param>
    /// <param name="seen"><see cref="Version"/> when the connection was made.</param>
    /// <returns>Whether its size seems to be why.</returns>
    public bool Cut(int bytes, int seen)
    {
        if (bytes <= LargestUnsuspected)
        {
            Calm();
            return false;
        }

        if (Most == None || bytes <= _taken)
        {
            bool isRecent = _cuts > 0 && clock.GetElapsedTime(_cutAt) < s_inARow;
            if (isRecent && seen != Version)
            {
                return false; // it was open when the one before was cut: perhaps both broke together
            }

            _suspect = isRecent ? Math.Min(_suspect, bytes) : bytes;
            _cuts = isRecent ? _cuts + 1 : 1;
            _cutAt = clock.GetTimestamp();
            Version++;
            if (_cuts < 2)
            {
                return false;
            }
        }

        Lower(bytes, isSaid: false);
        return true;
    }

    /// <summary>The server answered that a request is too large.</summary>
    public void Refuse(int bytes, int statusCode)
    {
        StatusCode = statusCode;
        Lower(bytes, isSaid: true);
    }

    /// <summary>The server answered a request: its size is no problem.</summary>
    /// <returns>Whether a limit is believed from now on.</returns>
    public bool Took(int bytes)
    {
        if (bytes >= _suspect || clock.GetElapsedTime(_cutAt) >= s_inARow)
        {
            _cuts = 0;
        }

        if (Most == None)
        {
            return false;
        }

        _taken = Math.Max(_taken, bytes);
        if (_held != 0 && bytes > _held)
        {
            _held = 0; // the trial went well, and the next one is due
            _hold = TimeSpan.Zero;
            Refused = bytes < Refused ? Refused : None;
        }
        else if (bytes >= Refused)
        {
            Forget();
        }
        else if (!IsConfirmed && bytes >= Most / 4)
        {
            return IsConfirmed = true;
        }

        return false;
    }

    /// <summary>Something else is wrong with the endpoint: what was only suspected is forgotten.</summary>
    public void Calm()
    {
        _cuts = 0;
        if (!IsConfirmed)
        {
            Forget();
        }
    }

    private void Lower(int bytes, bool isSaid)
    {
        _cuts = 0;
        IsConfirmed |= isSaid;
        if (_held != 0 && bytes > _held)
        {
            Most = _held;
            _hold = _hold < s_firstHold ? s_firstHold : _hold * 2 < s_longestHold ? _hold * 2 : s_longestHold;
        }
        else if (bytes <= Most)
        {
            _taken = bytes > _taken ? _taken : 0;
            Most = Math.Max(Math.Max(bytes / 2, _taken), Smallest);
            _hold = s_firstHold;
        }

        _held = 0;
        _since = clock.GetTimestamp();
        Refused = Math.Min(Refused, bytes);
    }

    private void Forget()
    {
        (Most, Refused, StatusCode, IsConfirmed, _taken, _held, _hold) = (None, None, null, false, 0, 0, s_firstHold);
    }
}

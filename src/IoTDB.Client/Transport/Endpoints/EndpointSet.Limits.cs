using System.Globalization;
using IoTDB.Wire.Messages;

namespace IoTDB.Client;

internal sealed partial class EndpointSet
{
    private const string Advice = "Make the row smaller, set MaxRequestBytes below the limit, or raise the server's (dn_thrift_max_frame_size) or that of a proxy before it.";
    private bool _anyLimit; // as long as there is none nobody takes the lock

    /// <summary>Bytes of the largest request an endpoint should be sent; <see cref="RequestLimit.None"/> where nothing is known.</summary>
    /// <param name="endpoint">Which one; null asks for what all of them take.</param>
    public int MostRequestBytes(Endpoint? endpoint)
    {
        if (!Volatile.Read(ref _anyLimit))
        {
            return RequestLimit.None;
        }

        lock (_gate)
        {
            return endpoint is { } known && Find(known) is { } node ? node.Requests.Ask() : _nodes.Min(static any => any.Requests.Ask());
        }
    }

    /// <summary>What a connection that is made now remembers, to tell a cut from the one before.</summary>
    public int CutsSeen(Endpoint endpoint)
    {
        lock (_gate)
        {
            return Find(endpoint)?.Requests.Version ?? 0;
        }
    }

    /// <summary>A connection broke over a request. Its health is another matter: whether it can be reached shows at the next open.</summary>
    /// <param name="lost">What happened, and to a request of how many bytes.</param>
    /// <param name="cutsSeen">What the connection remembers.</param>
    /// <returns>The failure to report if the request was too large, as far as can be told; else null.</returns>
    public IoTDBRequestTooLargeException? Cut(IoTDBConnectionException lost, int cutsSeen)
    {
        int most;
        lock (_gate)
        {
            if (lost.Endpoint is not { } endpoint || Find(endpoint) is not { } node || !node.Requests.Cut(lost.RequestBytes, cutsSeen))
            {
                Volatile.Write(ref _watchesAnswers, true);
                return null;
            }

            Volatile.Write(ref _watchesAnswers, true);
            Volatile.Write(ref _anyLimit, true);
            most = node.Requests.Most;
        }

        return new IoTDBRequestTooLargeException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{lost.Endpoint} cut the connection over a request of {lost.RequestBytes} bytes as often as it was sent, and answers smaller ones: it seems to take less (a limit of {most} bytes was derived from that). {Advice}"),
            lost)
        {
            Endpoint = lost.Endpoint,
            Outcome = lost.Outcome,
            IsPresumed = true,
        };
    }

    /// <summary>The server answered that a request is too large.</summary>
    public void Refused(Endpoint endpoint, int bytes, int statusCode)
    {
        int before, most;
        lock (_gate)
        {
            if (Find(endpoint) is not { } node)
            {
                return;
            }

            before = node.Requests.Most;
            node.Requests.Refuse(bytes, statusCode);
            most = node.Requests.Most;
            Volatile.Write(ref _watchesAnswers, true);
            Volatile.Write(ref _anyLimit, true);
        }

        if (most < before)
        {
            _observer.TakesLess(endpoint, most, bytes);
        }
    }

    /// <summary>The failure of a request that is as large as one the endpoint refused not long ago; null where it is worth being sent.</summary>
    /// <param name="endpoint">Which one; null asks for all of them.</param>
    /// <param name="bytes">Bytes of the request.</param>
    public IoTDBRequestTooLargeException? Refusal(Endpoint? endpoint, int bytes)
    {
        if (!Volatile.Read(ref _anyLimit))
        {
            return null;
        }

        lock (_gate)
        {
            EndpointHealth? node = endpoint is { } known ? Find(known) : _nodes[0];
            if (node is null || !(endpoint is null ? Array.TrueForAll(_nodes, any => any.Requests.Refuses(bytes)) : node.Requests.Refuses(bytes)))
            {
                return null;
            }

            string how = node.Requests.StatusCode is { } code
                ? string.Create(CultureInfo.InvariantCulture, $"answered {code} ({StatusNames.Of(code)}) to")
                : "cut the connection over";
            return new IoTDBRequestTooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"It needs a request of {bytes} bytes. {node.Endpoint} {how} one of {node.Requests.Refused}, so that it gets {node.Requests.Most} at most; it was not sent. {Advice}"))
            {
                Endpoint = node.Endpoint,
                Outcome = Outcome.NotSent,
            };
        }
    }

    private void Took(EndpointHealth node, int bytes)
    {
        bool isBelieved;
        int most, refused;
        lock (_gate)
        {
            isBelieved = node.Requests.Took(bytes);
            (most, refused) = (node.Requests.Most, node.Requests.Refused);
        }

        if (isBelieved)
        {
            _observer.TakesLess(node.Endpoint, most, refused);
        }
    }
}

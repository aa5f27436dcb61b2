using IoTDB.Wire;
using IoTDB.Wire.Blocks;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire;

/// <summary>The rows inside an insert request: decoded, compared with the comments, encoded again.</summary>
internal static class PayloadCheck
{
    public static void Run(RecordedFrame frame, in CallHeader header, object request)
    {
        if (!frame.Comments.Any(comment => comment.Contains("(payload deliberately not decodable", StringComparison.Ordinal)))
        {
            Compare(frame, header, request);
            return;
        }

        try
        {
            Decode(request);
        }
        catch (WireFormatException)
        {
            return;
        }

        throw new MismatchException("the payload was decoded, but is none");
    }

    private static void Decode(object request)
    {
        switch (request)
        {
            case InsertTabletRequest tablet:
                TabletDecoder.DecodeTimes(tablet.Timestamps, tablet.Size);
                TabletDecoder.Decode(tablet.Values, tablet.Types, tablet.Size);
                break;
            case InsertRecordRequest record:
                RecordCheck.Decode(record.Measurements, record.Values.Span);
                break;
        }
    }

    private static void Compare(RecordedFrame frame, in CallHeader header, object request)
    {
        switch (request)
        {
            case InsertTabletRequest tablet:
                TabletCheck.Run(frame, header, tablet);
                break;
            case InsertTabletsRequest tablets:
                TabletCheck.Run(frame, header, tablets);
                break;
            case InsertRecordRequest record:
                RecordCheck.Run(frame, [record.Measurements], [record.Values]);
                break;
            case InsertRecordsRequest records:
                RecordCheck.Run(frame, records.MeasurementsList, records.ValuesList);
                break;
            case InsertRecordsOfOneDeviceRequest records:
                RecordCheck.Run(frame, records.MeasurementsList, records.ValuesList);
                break;
        }
    }
}

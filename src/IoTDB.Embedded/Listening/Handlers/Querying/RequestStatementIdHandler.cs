using IoTDB.Wire;
using IoTDB.Wire.Messages;
using IoTDB.Wire.Thrift;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Registers a statement id in the session; without a login the number is given and good for nothing.</summary>
internal sealed class RequestStatementIdHandler() : RequestHandler(Methods.RequestStatementId)
{
    public override ValueTask HandleAsync(
        ReadOnlyMemory<byte> frame, CallHeader header, RequestContext context, FrameBuffer answer, CancellationToken ct)
    {
        try
        {
            Answers.ReadArguments<RequestStatementIdArguments>(frame, header, context.Limits);
            var id = context.Services.Ids.NextStatement();
            if (context.Session.IsLoggedIn)
            {
                context.Session.AddStatement(id);
            }

            Answers.WriteInt64Reply(answer, header, id);
        }
        catch (WireFormatException malformed)
        {
            Answers.WriteException(answer, header, ApplicationError.ProtocolError, malformed.Message);
        }

        return ValueTask.CompletedTask;
    }
}

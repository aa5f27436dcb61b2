using System.Buffers.Binary;
using System.Text;
using IoTDB.Embedded.Engine.Schema;
using IoTDB.Embedded.Engine.Statements;
using IoTDB.Wire;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Listening.Handlers;

/// <summary>Creates a device template. Source of its body: wire reference 10.8.</summary>
internal sealed class CreateSchemaTemplateHandler() : StatusHandler<CreateSchemaTemplateRequest>(Methods.CreateSchemaTemplate)
{
    protected override string Describe(CreateSchemaTemplateRequest request) => request.Name;

    protected override Status Run(CreateSchemaTemplateRequest request, RequestContext context)
    {
        var body = new Body(request.SerializedTemplate.Span);
        var name = body.Text();
        var isAligned = body.Byte() != 0;
        var schemas = new List<SeriesSchema>();
        while (!body.IsAtEnd)
        {
            // Prefix and its alignment: the server knows measurements directly under the device only.
            body.Text();
            body.Byte();
            schemas.Add(TypedSchemas.Of(PathText.Measurement(body.Text()), body.Byte(), body.Byte(), body.Byte()));
        }

        return context.Change(catalog => CreateTemplateRunner.Create(catalog, name, isAligned, schemas));
    }

    private ref struct Body(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public readonly bool IsAtEnd => _rest.IsEmpty;

        public byte Byte() => Take(1)[0];

        public string Text() => Encoding.UTF8.GetString(Take(BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)))));

        private ReadOnlySpan<byte> Take(int count)
        {
            if ((uint)count > (uint)_rest.Length)
            {
                throw new WireFormatException(0, "template", $"{count} bytes, found {_rest.Length}");
            }

            var taken = _rest[..count];
            _rest = _rest[count..];
            return taken;
        }
    }
}

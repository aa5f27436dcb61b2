using System.CommandLine;
using IoTDB.Conformance;

RootCommand root = new("Runs recorded exchanges with a real server against this library.")
{
    WireCommand.Create(),
    SqlCommand.Create(),
    RecordCommand.Create(),
    PeerCommand.Create(),
};

return await root.Parse(args).InvokeAsync();

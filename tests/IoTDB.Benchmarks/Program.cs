using System.CommandLine;
using IoTDB.Benchmarks;

RootCommand root = new("Measures this library beside what hand-written code reaches on the same machine in the same run.")
{
    CodecCommand.Create(),
    LoopbackCommand.Create(),
    EmbeddedCommand.Create(),
    PeersCommand.Create(),
    PoolCommand.Create(),
    FetchCommand.Create(),
};

return await root.Parse(args).InvokeAsync();

using System.CommandLine;

namespace IoTDB.Benchmarks;

/// <summary>The command line.</summary>
internal static class Commands
{
    public static Task<int> RunAsync(string[] args)
    {
        RootCommand root = new("Measures this library beside what hand-written code reaches on the same machine in the same run.")
        {
            CodecCommand.Create(),
            LoopbackCommand.Create(),
            EmbeddedCommand.Create(),
            StartCommand.Create(),
            PeersCommand.Create(),
            PoolCommand.Create(),
            FetchCommand.Create(),
        };
        return root.Parse(args).InvokeAsync();
    }
}

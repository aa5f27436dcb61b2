using IoTDB.Benchmarks;
using IoTDB.Benchmarks.Starting;

// A process that measures its start has loaded nothing else before.
return args is [StartProbe.Argument, var way] ? await StartProbe.RunAsync(way) : await Commands.RunAsync(args);

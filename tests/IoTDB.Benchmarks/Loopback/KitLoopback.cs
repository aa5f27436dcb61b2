#if BENCH_KIT
using System.Globalization;
using System.Text.Json;
#endif

namespace IoTDB.Benchmarks.Loopback;

/// <summary>What hand-written code takes for the same work, from the bench kit; nothing where the kit is not there.</summary>
internal static class KitLoopback
{
    /// <summary>Client CPU a row of asynchronous callers that encode objects; null without the kit.</summary>
#if BENCH_KIT
    public static double? NanosecondsPerRow(LoopbackPlan plan, int callers)
    {
        string json = Path.GetTempFileName();
        TextWriter console = Console.Out;
        try
        {
            Console.SetOut(TextWriter.Null);
            string[] arguments =
            [
                "--port", Text(plan.Port), "--rows", Text(plan.Rows), "--seconds", Text(plan.Duration.TotalSeconds), "--repeats", Text(plan.Repeats),
                "--callers", Text(callers), "--modes", "encode", "--io", "async", "--json", json,
            ];
            global::Limits.WireBlast.Execute(arguments);
            using JsonDocument line = JsonDocument.Parse(File.ReadAllText(json));
            return line.RootElement.GetProperty("user").GetDouble() + line.RootElement.GetProperty("sys").GetDouble();
        }
        finally
        {
            Console.SetOut(console);
            File.Delete(json);
        }
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
#else
    public static double? NanosecondsPerRow(LoopbackPlan plan, int callers) => null;
#endif
}

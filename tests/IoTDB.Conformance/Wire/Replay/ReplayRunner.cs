using IoTDB.Embedded;
using IoTDB.Wire.Thrift;

namespace IoTDB.Conformance.Wire.Replay;

/// <summary>Plays a set of recordings on one server.</summary>
internal static class ReplayRunner
{
    /// <summary>On an embedded server of its own, whose clock is that of the recordings.</summary>
    public static async Task<IReadOnlyList<ReplayReport>> RunEmbeddedAsync(IReadOnlyCollection<string> paths)
    {
        await using var server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { TimeProvider = new RecordedClock() });
        return await RunAsync(paths, "127.0.0.1", server.Port, speaksBoth: true);
    }

    /// <summary>On the server at an address, which should be new: recordings count its databases. It speaks binary only, as servers do by default.</summary>
    public static Task<IReadOnlyList<ReplayReport>> RunAsync(IReadOnlyCollection<string> paths, string host, int port) => RunAsync(paths, host, port, speaksBoth: false);

    private static async Task<IReadOnlyList<ReplayReport>> RunAsync(IReadOnlyCollection<string> paths, string host, int port, bool speaksBoth)
    {
        var files = paths.ToDictionary(path => Path.GetFileName(path), path => path);
        var reports = new List<ReplayReport>();
        await using var replay = new WireReplay(host, port);
        foreach (var name in ReplayOrder.Sort(files.Keys.Where(ReplayOrder.IsPlayed)))
        {
            var file = RecordingFile.Read(files[name]);
            if (!speaksBoth && file.Frames is [{ } first, ..] && Answers.Detect(first.Bytes) == ThriftProtocol.Compact)
            {
                continue;
            }

            reports.Add(await replay.PlayAsync(file));
            if (ReplayOrder.IsSeededAfter(name))
            {
                await ReplaySeed.ApplyAsync(host, port, [.. files.Values]);
            }
        }

        return reports;
    }
}

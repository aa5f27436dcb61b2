using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IoTDB.Client;
using IoTDB.Orm.Schema;

namespace IoTDB.Orm.Tests.Schema;

/// <summary>A <see cref="ModelledServer"/> behind the interface of the executor, which answers as a script says.</summary>
internal sealed partial class ScriptedServer(ModelledServer model) : ISchemaServer
{
    private readonly Lock _gate = new(); // guards the model, the script and the log: devices are created side by side
    private readonly Queue<Func<Action, IoTDBException?>> _script = new();
    private readonly List<string> _statements = [];

    public ModelledServer Model => model;

    public int Reads { get; private set; }

    /// <summary>When set, statements wait for it.</summary>
    public Task? Hold { get; set; }

    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (_gate)
            {
                return [.. _statements];
            }
        }
    }

    public static IoTDBException Refusal(int code) => new($"code {code}") { StatusCode = code, Outcome = Outcome.Refused };

    public static IoTDBException Lost() => new IoTDBConnectionException("the connection ended") { Outcome = Outcome.Unknown };

    /// <summary>The next statement is not executed; the answer is a code.</summary>
    public void Refuse(int code, Action? meanwhile = null) => _script.Enqueue(_ =>
    {
        meanwhile?.Invoke();
        return Refusal(code);
    });

    /// <summary>The next statement is executed and answered.</summary>
    public void Pass() => _script.Enqueue(execute =>
    {
        execute();
        return null;
    });

    /// <summary>The next statement is executed, or not, and the connection ends before the answer.</summary>
    public void Lose(bool executed) => _script.Enqueue(execute =>
    {
        if (executed)
        {
            execute();
        }

        return Lost();
    });

    public async Task ExecuteAsync(string statement, CancellationToken ct)
    {
        if (Hold is { } hold)
        {
            await hold.WaitAsync(ct);
        }

        lock (_gate)
        {
            _statements.Add(statement);
            IoTDBException? failure = _script.TryDequeue(out Func<Action, IoTDBException?>? answer)
                ? answer(() => Execute(statement))
                : Try(statement);
            if (failure is not null)
            {
                throw failure;
            }
        }
    }

    public IAsyncEnumerable<string> DatabasesAsync(CancellationToken ct) => Rows(() => model.Databases, ct);

    public IAsyncEnumerable<LiveDevice> DevicesAsync(string pattern, CancellationToken ct) => Rows(
        () => Matching(pattern).Select(pair => new LiveDevice(pair.Key, pair.Value.IsAligned, pair.Value.Template)), ct);

    public IAsyncEnumerable<LiveSeries> SeriesAsync(string pattern, CancellationToken ct) =>
        Rows(() => Matching(pattern).SelectMany(pair => pair.Value.Series.Values), ct);

    private async IAsyncEnumerable<T> Rows<T>(Func<IEnumerable<T>> rows, [EnumeratorCancellation] CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await Task.Yield();
        T[] copy;
        lock (_gate)
        {
            Reads++;
            copy = [.. rows()];
        }

        foreach (T row in copy)
        {
            yield return row;
        }
    }

    private IEnumerable<KeyValuePair<string, ModelledDevice>> Matching(string pattern) =>
        model.Devices.Where(pair => EntitySchema.Overlap(pattern, pair.Key));

    private IoTDBException? Try(string statement)
    {
        try
        {
            Execute(statement);
            return null;
        }
        catch (InvalidOperationException refused)
        {
            return Refusal(int.Parse(refused.Message[..3], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private void Execute(string statement)
    {
        if (statement.StartsWith("CREATE DATABASE ", StringComparison.Ordinal))
        {
            model.Apply(new CreateDatabaseStep(statement["CREATE DATABASE ".Length..]));
            return;
        }

        Match create = AlignedForm().Match(statement);
        MeasurementModel[] series =
        [
            .. create.Groups["series"].Value.Split(", ").Select(text => text.Split(' '))
                .Select(words => Schemas.Series(
                    words[0],
                    Enum.Parse<TsDataType>(words[1], ignoreCase: true),
                    words.Length > 2 ? Enum.Parse<TsEncoding>(words[2]["ENCODING=".Length..], ignoreCase: true) : null)),
        ];
        model.Apply(new CreateSeriesStep(create.Groups["device"].Value, series));
    }

    [GeneratedRegex(@"^CREATE ALIGNED TIMESERIES (?<device>[^(]+)\((?<series>.*)\)$")]
    private static partial Regex AlignedForm();
}

using System.Runtime.CompilerServices;
using IoTDB.Client;

namespace IoTDB.Orm.Repositories;

/// <summary>Sends queries through a data source.</summary>
internal sealed class DataSourceQueryRunner(IoTDBDataSource source, TimeProvider clock) : QueryRunner
{
    private const int MostAttempts = 3;

    internal override TimeProvider Clock => clock;

    internal override async IAsyncEnumerable<TResult> RunAsync<TResult>(ServerQuery<TResult> query, [EnumeratorCancellation] CancellationToken ct)
    {
        StatementContext context = await ContextAsync(query.Spec.Target, namesDevices: false, ct).ConfigureAwait(false);
        Statement statement = query.Render(context);
        if (statement.Sql is null)
        {
            yield break;
        }

        for (int attempt = 1; ; attempt++)
        {
            SessionLease lease = await source.RentAsync(ct).ConfigureAwait(false);
            await using (lease.ConfigureAwait(false))
            {
                ResultSet result = await lease.Session.QueryAsync(new StatementQuery(statement.Sql, query.Spec.Model.Subject), null, ct).ConfigureAwait(false);
                Answer<TResult> answer = query.Open(result, statement, context);
                await using (answer.ConfigureAwait(false))
                {
                    // Until a row was handed out, a node that answers another question is simply asked again, or another node is.
                    if (await FirstAsync(answer, attempt, ct).ConfigureAwait(false) is not { } count)
                    {
                        continue;
                    }

                    for (; count > 0; count = await answer.ReadAsync(ct).ConfigureAwait(false))
                    {
                        for (int i = 0; i < count; i++)
                        {
                            ct.ThrowIfCancellationRequested(); // rows that are here already are no reason to go on
                            yield return answer[i];
                        }
                    }

                    yield break;
                }
            }
        }
    }

    internal override async Task<long> CountAsync(QuerySpec spec, CancellationToken ct)
    {
        Statement statement = TreeRenderer.Count(spec, await ContextAsync(spec.Target, namesDevices: false, ct).ConfigureAwait(false));
        long rows = statement.Sql is null ? 0 : await SumAsync(new StatementQuery(statement.Sql, spec.Model.Subject), ct).ConfigureAwait(false);
        return Math.Min(Math.Max(0, rows - spec.Skip), spec.Take ?? long.MaxValue);
    }

    internal override string Describe<TResult>(ServerQuery<TResult> query) => Describe(query.Render, query.Spec.Target);

    internal override string DescribeCount(QuerySpec spec) => Describe(context => TreeRenderer.Count(spec, context), spec.Target);

    private string Describe(Func<StatementContext, Statement> render, DeviceTarget target)
    {
        TimeScale? known = source.KnownTimeScale;
        Statement statement = render(new StatementContext(known ?? new TimeScale(TimePrecision.Milliseconds), clock.GetUtcNow(), target));
        string sql = statement.Sql ?? "-- no rows can match; nothing is sent";
        return known is null && statement.Sql is not null ? $"-- times in ms: no session has told the server's precision yet\n{sql}" : sql;
    }

    /// <summary>What a statement's text depends on; asks the server for devices where a level is chosen by its beginning.</summary>
    internal async ValueTask<StatementContext> ContextAsync(DeviceTarget target, bool namesDevices, CancellationToken ct)
    {
        TimeScale scale = await source.GetTimeScaleAsync(ct).ConfigureAwait(false);
        if (target.HasPrefix)
        {
            target = target.With(await ReadAsync(
                new StatementQuery(TreePaths.ShowDevices(target, scale)), static rows => DevicePath.FromCanonical(rows.Get<string>("Device")), ct).ConfigureAwait(false), namesDevices);
        }

        return new StatementContext(scale, clock.GetUtcNow(), target);
    }

    private static async ValueTask<int?> FirstAsync<TResult>(Answer<TResult> answer, int attempt, CancellationToken ct)
    {
        try
        {
            return await answer.ReadAsync(ct).ConfigureAwait(false);
        }
        catch (InconsistentAnswerException) when (attempt < MostAttempts)
        {
            return null;
        }
    }

    /// <summary>One count a device; none where nothing exists.</summary>
    private async Task<long> SumAsync(StatementQuery query, CancellationToken ct) =>
        (await ReadAsync(query, static rows => rows.GetNullable<long>(rows.Columns.Count - 1), ct).ConfigureAwait(false)).Sum() ?? 0;

    private async Task<List<TItem>> ReadAsync<TItem>(StatementQuery query, Func<ResultSet, TItem> read, CancellationToken ct)
    {
        SessionLease lease = await source.RentAsync(ct).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            ResultSet result = await lease.Session.QueryAsync(query, null, ct).ConfigureAwait(false);
            await using (result.ConfigureAwait(false))
            {
                var items = new List<TItem>();
                while (await result.ReadAsync(ct).ConfigureAwait(false))
                {
                    items.Add(read(result));
                }

                return items;
            }
        }
    }
}

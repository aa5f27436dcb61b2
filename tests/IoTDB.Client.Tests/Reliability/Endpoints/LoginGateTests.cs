using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Client.Tests.Reliability;

[Trait("Promise", "P-29")]
public sealed class LoginGateTests
{
    private readonly ManualTimeProvider _clock = new();
    private int _logins;

    [Fact]
    [Proves("P-29"), Fault("F-10")]
    public async Task Wrong_password_does_not_lock_the_account()
    {
        LoginGate gate = new(_clock);
        for (int second = 0; second < 600; second++)
        {
            Task<IoTDBAuthenticationException>[] callers =
                [.. Enumerable.Range(0, 50).Select(_ => Should.ThrowAsync<IoTDBAuthenticationException>(() => LogInAsync(gate, right: false)))];
            await Task.WhenAll(callers);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _logins.ShouldBe(3);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await LogInAsync(gate, right: true); // the oldest refusal is ten minutes old
        await LogInAsync(gate, right: true);
    }

    [Fact]
    [Proves("P-29"), Fault("F-12")]
    public async Task Password_changed_on_a_busy_pool()
    {
        LoginGate gate = new(_clock);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => LogInAsync(gate, right: true)));
        _logins.ShouldBe(100);

        Task[] callers = [.. Enumerable.Range(0, 1000).Select(_ => LogInAsync(gate, right: false))];
        await Task.WhenAll(callers.Select(caller => Should.ThrowAsync<IoTDBAuthenticationException>(caller)));
        _logins.ShouldBeLessThanOrEqualTo(103);

        IoTDBAuthenticationException later = await Should.ThrowAsync<IoTDBAuthenticationException>(() => LogInAsync(gate, right: true));
        later.RetryAfter!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        later.Outcome.ShouldBe(Outcome.NotSent);
        gate.AllowOne();
        await LogInAsync(gate, right: true);
    }

    [Fact]
    public async Task Logins_in_flight_take_places_and_success_gives_them_back()
    {
        LoginGate gate = new(_clock);
        await gate.EnterAsync(default);
        await gate.EnterAsync(default);
        await gate.EnterAsync(default);
        ValueTask fourth = gate.EnterAsync(default);
        fourth.IsCompleted.ShouldBeFalse();
        gate.Accepted();
        await fourth;

        using CancellationTokenSource source = new();
        Task fifth = gate.EnterAsync(source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fifth);
        gate.Abandoned();
        await gate.EnterAsync(default);
    }

    private async Task LogInAsync(LoginGate gate, bool right)
    {
        await gate.EnterAsync(default);
        Interlocked.Increment(ref _logins);
        await Task.Yield();
        if (right)
        {
            gate.Accepted();
            return;
        }

        IoTDBAuthenticationException refusal = new("refused") { StatusCode = 801, Outcome = Outcome.Refused };
        gate.Refused(refusal);
        throw refusal;
    }
}

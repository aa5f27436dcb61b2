using IoTDB.Conformance.Wire.Replay;
using IoTDB.Embedded.Listening;
using Shouldly;
using Xunit;

namespace IoTDB.Embedded.Tests.Listening;

public sealed class RehearsalTests
{
    [Fact]
    public void What_is_rehearsed_is_answered_with_success() => Rehearsal.Play().ShouldBe((200, 200));

    [Fact]
    public async Task A_server_knows_nothing_of_the_rehearsal()
    {
        await using var server = await EmbeddedIoTDB.StartAsync(new EmbeddedOptions { Username = "admin", Password = "secret" });
        Rehearsal.Play();

        await using var connection = await WireConnection.ConnectAsync(server);
        (await connection.LogInAsync()).Status.Code.ShouldBe(801);
        (await connection.LogInAsync(user: "admin", password: "secret")).SessionId.ShouldBe(1);
    }
}

using System.Xml.Linq;
using IoTDB.Testing;
using Shouldly;
using Xunit;

namespace IoTDB.Architecture.Tests;

/// <summary>Rooms reference each other one way: Orm to Client to Wire, Embedded to Wire.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["IoTDB.Wire"] = [],
        ["IoTDB.Client"] = ["IoTDB.Wire"],
        ["IoTDB.Orm"] = ["IoTDB.Client"],
        ["IoTDB.Embedded"] = ["IoTDB.Wire"],
        ["IoTDB.Embedded.Sqlite"] = ["IoTDB.Embedded"],
    };

    /// <summary>What a room may take from outside the framework; what is not named here takes nothing.</summary>
    private static readonly Dictionary<string, string[]> s_packages = new(StringComparer.Ordinal)
    {
        ["IoTDB.Client"] = ["Microsoft.Extensions.Logging.Abstractions"],
        ["IoTDB.Embedded"] = ["Microsoft.Extensions.Logging.Abstractions"],
        ["IoTDB.Embedded.Sqlite"] = ["Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3"],
    };

    public static TheoryData<string> Rooms => new(SourceProjects().Select(Path.GetFileNameWithoutExtension)!);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_the_rooms_below_it(string room)
    {
        s_allowed.ShouldContainKey(room, "a new room says here what it may reference");
        References(room, "ProjectReference")
            .Where(reference => reference.Attribute("OutputItemType")?.Value != "Analyzer")
            .Select(reference => Path.GetFileNameWithoutExtension(Include(reference).Replace('\\', '/')))
            .ShouldBeSubsetOf(s_allowed[room]);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_takes_no_package_it_does_not_name_here(string room)
    {
        if (room == "IoTDB.Orm")
        {
            References(room, "PackageReference").Select(Include).ShouldAllBe(package => package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
            return;
        }

        References(room, "PackageReference").Select(Include).ShouldBeSubsetOf(s_packages.GetValueOrDefault(room, []));
    }

    [Fact]
    public void Nothing_in_src_references_the_embedded_server_but_its_own_storage()
    {
        SourceProjects()
            .Select(Path.GetFileNameWithoutExtension)
            .Where(room => References(room!, "ProjectReference").Any(reference => Include(reference).Contains("IoTDB.Embedded.csproj", StringComparison.Ordinal)))
            .ShouldBeSubsetOf(["IoTDB.Embedded.Sqlite"]);
    }

    private static IEnumerable<string> SourceProjects() =>
        Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static IEnumerable<XElement> References(string room, string kind) =>
        XDocument.Load(RepositoryRoot.Combine("src", room, room + ".csproj")).Descendants(kind);

    private static string Include(XElement reference) => reference.Attribute("Include")!.Value;
}

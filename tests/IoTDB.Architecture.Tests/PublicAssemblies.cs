using System.Reflection;

namespace IoTDB.Architecture.Tests;

/// <summary>The assemblies whose public surface is a promise.</summary>
internal static class PublicAssemblies
{
    private static readonly string[] s_names = ["IoTDB.Wire", "IoTDB.Client", "IoTDB.Orm", "IoTDB.Embedded", "IoTDB.Embedded.Sqlite"];

    internal static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));

    internal static IEnumerable<string> Names => s_names;
}

using System.Reflection;
using System.Runtime.Loader;

namespace IoTDB.Orm.Generators.Tests;

/// <summary>A compiled sample in memory.</summary>
internal sealed class LoadedSample(AssemblyLoadContext context, Assembly assembly) : IDisposable
{
    public Assembly Assembly => assembly;

    /// <summary>Calls a static method of a type of the sample.</summary>
    public object? Call(string type, string method, params object?[] arguments) =>
        assembly.GetType(type, throwOnError: true)!.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, arguments);

    public void Dispose() => context.Unload();
}

using Xunit;

namespace IoTDB.Docs.Tests;

/// <summary>Tests that capture the console do not run beside each other.</summary>
[CollectionDefinition("console", DisableParallelization = true)]
public sealed class ConsoleCollection;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>A test that names a promise.</summary>
/// <param name="Name">Class and method.</param>
/// <param name="Where">What it runs on.</param>
internal sealed record ProvingTest(string Name, string Where);

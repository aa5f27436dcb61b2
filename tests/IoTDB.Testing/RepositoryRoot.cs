namespace IoTDB.Testing;

/// <summary>Where the sources of the running test lie.</summary>
public static class RepositoryRoot
{
    private static readonly Lazy<string> s_path = new(Find);

    /// <summary>The folder that holds <c>Orm.sln</c>, above the test's own assembly.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above the assembly holds it.</exception>
    public static string Path => s_path.Value;

    /// <summary>A file or folder of the repository.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Orm.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' holds Orm.sln.");
    }
}

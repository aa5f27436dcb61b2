namespace IoTDB.Client;

/// <summary>Checks tablets before anything of them is encoded.</summary>
internal static class TabletInput
{
    /// <exception cref="ArgumentException">There is none where one should be.</exception>
    /// <exception cref="ObjectDisposedException">One was disposed of.</exception>
    public static void Check(Tablet[] tablets)
    {
        for (int i = 0; i < tablets.Length; i++)
        {
            if (tablets[i] is null)
            {
                throw new ArgumentException($"Tablet {i} of {tablets.Length} is null.", nameof(tablets));
            }

            tablets[i].ThrowIfDisposed();
        }
    }
}

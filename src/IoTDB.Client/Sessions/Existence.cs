namespace IoTDB.Client;

/// <summary>What was found of something that may have been created.</summary>
internal enum Existence
{
    /// <summary>It, or a part of it, is not there, or cannot be looked at.</summary>
    Missing,

    /// <summary>It is there as it was asked for.</summary>
    AsAsked,

    /// <summary>It is there with another definition.</summary>
    Different,
}

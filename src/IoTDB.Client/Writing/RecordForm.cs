namespace IoTDB.Client;

/// <summary>How records travel.</summary>
internal enum RecordForm
{
    /// <summary>As records, each with its device and its measurements.</summary>
    Records,

    /// <summary>As records of one device, which is named once.</summary>
    OfOneDevice,

    /// <summary>As tablets, one a device: many records of a device with the same measurements cost server and client a tenth this way.</summary>
    Tablets,

    /// <summary>As texts, each with its device.</summary>
    Texts,

    /// <summary>As texts of one device, which is named once.</summary>
    TextsOfOneDevice,
}

namespace IoTDB.Client;

/// <summary>What a refused write says about its rows. Source: reliability.md 3.5, E-04 to E-06.</summary>
internal static class Refusals
{
    /// <summary>Whether something about single rows, devices or measurements was refused, so that sending parts again tells which.</summary>
    public static bool AreAboutRows(IoTDBException refusal) => !refusal.IsTransient && refusal.StatusCode switch
    {
        null => false,
        StatusCodes.MultipleError or 500 or StatusCodes.MetadataError or 508 or 509 or 522 or 550 => true,
        607 or (>= 614 and <= 617) or 620 or 701 or 750 or 752 or 803 => true,
        { } code => refusal.Outcome == Outcome.Rejected && !StatusCodes.IsKnown(code),
    };

    /// <summary>Whether the refusal is about the schema or the rights: it does not depend on the row, and all of a uniform part share it.</summary>
    public static bool HoldForAllRows(IoTDBException refusal) =>
        refusal.StatusCode is 500 or StatusCodes.MetadataError or 508 or 509 or 550 or 614 or 615 or 616 or 803;

    /// <summary>Whether single measurements may have been refused while the others were stored.</summary>
    public static bool MayNameMeasurements(IoTDBException refusal) => refusal.StatusCode == StatusCodes.MetadataError;

    /// <summary>Whether the devices may be gone or changed, so that what is known about them is to be forgotten.</summary>
    public static bool AreAboutSchema(IoTDBException refusal) => refusal.StatusCode is 500 or StatusCodes.MetadataError or 508;
}

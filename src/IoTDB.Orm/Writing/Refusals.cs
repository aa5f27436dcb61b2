using IoTDB.Client;

namespace IoTDB.Orm.Writing;

/// <summary>What a refused request says about its rows. Source: reliability.md 3.5, E-04 to E-06.</summary>
internal static class Refusals
{
    /// <summary>Whether the server refused something about single rows or devices, so that sending parts again tells which.</summary>
    internal static bool IsAboutRows(IoTDBException refusal) => refusal.StatusCode switch
    {
        null => false,
        302 or 500 or 507 or 508 or 509 or 522 or 550 or 607 or (>= 614 and <= 617) or 620 or 701 or 750 or 752 or 803 => true,
        _ => false,
    };

    /// <summary>Whether the devices may be gone or changed, so that what is known about them is to be forgotten.</summary>
    internal static bool IsAboutSchema(IoTDBException refusal) => refusal.StatusCode is 500 or 507 or 508;

    /// <summary>Whether the refusal holds for all rows of a device alike: the series' types do not depend on the row.</summary>
    internal static bool IsAboutDevice(IoTDBException refusal) => refusal.StatusCode is 507 or 508 or 803;
}

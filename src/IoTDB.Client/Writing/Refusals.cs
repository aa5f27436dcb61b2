using IoTDB.Wire.Messages;

namespace IoTDB.Client;

/// <summary>What a refused write says about its rows. Source: reliability.md 3.5, E-04 to E-06.</summary>
internal static class Refusals
{
    /// <summary>Whether something about single rows, devices or measurements was refused, so that sending parts again tells which.</summary>
    public static bool AreAboutRows(IoTDBException refusal) => !refusal.IsTransient && refusal.StatusCode switch
    {
        null => false,
        StatusCode.MultipleError or StatusCode.DatabaseNotExist or StatusCode.MetadataError or StatusCode.PathNotExist or StatusCode.IllegalPath => true,
        StatusCode.OversizeRecord or StatusCode.TableNotExist or StatusCode.OutOfTtl or StatusCode.DataTypeMismatch => true,
        StatusCode.ColumnCategoryMismatch or StatusCode.ColumnNotExist or StatusCode.MeasurementNameConflict or StatusCode.WalEntryTooLarge => true,
        StatusCode.SemanticError or StatusCode.NumericValueOutOfRange or StatusCode.DateOutOfRange or StatusCode.NoPermission => true,
        { } code => refusal.Outcome == Outcome.Rejected && !StatusNames.IsKnown(code),
    };

    /// <summary>Whether the refusal is about the schema or the rights: it does not depend on the row, and all of a uniform part share it.</summary>
    public static bool HoldForAllRows(IoTDBException refusal) =>
        AreAboutSchema(refusal) || refusal.StatusCode is StatusCode.IllegalPath or StatusCode.TableNotExist or StatusCode.DataTypeMismatch
            or StatusCode.ColumnCategoryMismatch or StatusCode.ColumnNotExist or StatusCode.NoPermission;

    /// <summary>Whether single measurements may have been refused while the others were stored.</summary>
    public static bool MayNameMeasurements(IoTDBException refusal) => refusal.StatusCode == StatusCode.MetadataError;

    /// <summary>Whether the devices may be gone or changed, so that what is known about them is to be forgotten.</summary>
    public static bool AreAboutSchema(IoTDBException refusal) =>
        refusal.StatusCode is StatusCode.DatabaseNotExist or StatusCode.MetadataError or StatusCode.PathNotExist;
}

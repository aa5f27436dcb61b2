namespace IoTDB.Wire.Messages;

/// <summary>The codes of a <see cref="Status"/> that somebody here sends, or does something about. Source: wire protocol 11.</summary>
internal static class StatusCode
{
    public const int Success = 200;
    public const int IncompatibleVersion = 201;
    public const int UnsupportedSqlDialect = 205;
    public const int UnsupportedOperation = 300;
    public const int ExecuteStatementError = 301;
    public const int MultipleError = 302;
    public const int IllegalParameter = 303;
    public const int OverlapWithExistingTask = 304;
    public const int InternalServerError = 305;
    public const int RedirectionRecommend = 400;
    public const int DatabaseNotExist = 500;
    public const int DatabaseAlreadyExists = 501;
    public const int TimeseriesAlreadyExist = 503;
    public const int TimeseriesInBlackList = 504;
    public const int AliasAlreadyExist = 505;
    public const int PathAlreadyExist = 506;
    public const int MetadataError = 507;
    public const int PathNotExist = 508;
    public const int IllegalPath = 509;
    public const int CreateTemplateError = 510;
    public const int TemplateNotSet = 513;
    public const int TemplateIsInUse = 515;
    public const int TemplateIncompatible = 516;
    public const int OversizeRecord = 522;
    public const int TemplateNotActivated = 524;
    public const int DatabaseConfigError = 525;
    public const int MeasurementExistsInTemplate = 527;
    public const int DatabaseConflict = 529;
    public const int TableNotExist = 550;
    public const int SystemReadOnly = 600;
    public const int StorageEngineError = 601;
    public const int WriteProcessError = 605;
    public const int OutOfTtl = 607;
    public const int AlignedTimeseriesError = 609;
    public const int WalError = 610;
    public const int DiskSpaceInsufficient = 611;
    public const int TtlConfigError = 613;
    public const int DataTypeMismatch = 614;
    public const int ColumnCategoryMismatch = 615;
    public const int ColumnNotExist = 616;
    public const int MeasurementNameConflict = 617;
    public const int WalEntryTooLarge = 620;
    public const int SqlParseError = 700;
    public const int SemanticError = 701;
    public const int SetTimeZoneError = 703;
    public const int QueryNotAllowed = 704;
    public const int QueryProcessError = 708;
    public const int CloseOperationError = 710;
    public const int TooManyConcurrentQueries = 717;
    public const int QueryTimeout = 720;
    public const int NumericValueOutOfRange = 750;
    public const int DateOutOfRange = 752;
    public const int WrongLoginPassword = 801;
    public const int NotLogin = 802;
    public const int NoPermission = 803;
    public const int UserNotExist = 804;
    public const int UserAlreadyExist = 805;
    public const int NoAvailableRegionGroup = 906;
    public const int TriggerFireError = 1302;

    /// <summary>Whether all was done; the second adds where it would better have been sent.</summary>
    public static bool IsSuccess(int code) => code is Success or RedirectionRecommend;
}

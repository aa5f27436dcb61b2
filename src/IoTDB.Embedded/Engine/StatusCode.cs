namespace IoTDB.Embedded.Engine;

/// <summary>The server's status codes that this server sends. Source: wire-protocol reference, section 11.</summary>
internal static class StatusCode
{
    public const int Success = 200;
    public const int IncompatibleVersion = 201;
    public const int UnsupportedSqlDialect = 205;
    public const int UnsupportedOperation = 300;
    public const int ExecuteStatementError = 301;
    public const int MultipleError = 302;
    public const int IllegalParameter = 303;
    public const int InternalServerError = 305;
    public const int RedirectionRecommend = 400;
    public const int DatabaseNotExist = 500;
    public const int DatabaseAlreadyExists = 501;
    public const int TimeseriesAlreadyExist = 503;
    public const int AliasAlreadyExist = 505;
    public const int PathAlreadyExist = 506;
    public const int MetadataError = 507;
    public const int PathNotExist = 508;
    public const int IllegalPath = 509;
    public const int CreateTemplateError = 510;
    public const int UndefinedTemplate = 512;
    public const int TemplateNotSet = 513;
    public const int TemplateIsInUse = 515;
    public const int TemplateIncompatible = 516;
    public const int TemplateNotActivated = 524;
    public const int DatabaseConfigError = 525;
    public const int MeasurementExistsInTemplate = 527;
    public const int DatabaseConflict = 529;
    public const int SystemReadOnly = 600;
    public const int StorageEngineError = 601;
    public const int WriteProcessError = 605;
    public const int OutOfTtl = 607;
    public const int AlignedTimeseriesError = 609;
    public const int DiskSpaceInsufficient = 611;
    public const int TtlConfigError = 613;
    public const int SqlParseError = 700;
    public const int SemanticError = 701;
    public const int SetTimeZoneError = 703;
    public const int QueryNotAllowed = 704;
    public const int CloseOperationError = 710;
    public const int QueryTimeout = 720;
    public const int WrongLoginPassword = 801;
    public const int NotLogin = 802;
    public const int NoPermission = 803;
    public const int UserNotExist = 804;
    public const int UserAlreadyExist = 805;
}

namespace IoTDB.Client;

/// <summary>Which class a status code belongs to. Source: reliability.md 3.2.</summary>
internal static class StatusClasses
{
    /// <param name="code">The code.</param>
    /// <param name="needRetry">The server's flag; true says more than the code (a read-only node answers 507 for a batch).</param>
    public static StatusClass Of(int code, bool needRetry) => code switch
    {
        201 or 205 => StatusClass.Protocol,
        203 or 204 or 602 or 901 or 904 or 906 or 907 or 1003 or 1007 or 1010 or 1012 or 1014 or 800 => StatusClass.Unavailable,
        306 or 713 or 721 or 722 or 723 or 535 or 536 or 903 or 905 or 1103 or 2207 => StatusClass.Unavailable,
        308 or 1702 or 1705 => StatusClass.TooLarge,
        600 or 611 => StatusClass.ReadOnly,
        606 or 709 or 719 or 717 or (>= 1700 and <= 1708) => StatusClass.Busy,
        522 or 607 or 612 or 617 or 620 or (>= 750 and <= 752) => StatusClass.DataRejected,
        507 when needRetry => StatusClass.Unavailable,
        (>= 500 and <= 530) or (>= 550 and <= 560) or 609 or 614 or 615 or 616 => StatusClass.Schema,
        704 => StatusClass.Other,
        (>= 700 and <= 707) => StatusClass.Syntax,
        712 or 720 or 819 => StatusClass.Timeout,
        801 or 804 or 822 => StatusClass.Authentication,
        803 or 811 or 813 or 816 or 817 => StatusClass.Authorization,
        _ => StatusClass.Other,
    };

    public static SchemaErrorKind SchemaKindOf(int code) => code switch
    {
        501 or 503 or 505 or 506 or 551 or 552 => SchemaErrorKind.AlreadyExists,
        500 or 508 or 550 or 553 or 616 => SchemaErrorKind.NotFound,
        502 or 526 => SchemaErrorKind.Limit,
        507 or 614 or 615 => SchemaErrorKind.TypeMismatch,
        529 or 554 or 609 => SchemaErrorKind.Conflict,
        _ => SchemaErrorKind.Other,
    };
}

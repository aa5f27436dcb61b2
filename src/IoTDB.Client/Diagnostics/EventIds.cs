namespace IoTDB.Client;

/// <summary>Ids of log events; never renumbered, never reused.</summary>
internal static class EventIds
{
    public const int SessionOpened = 1001;
    public const int OpenFailed = 1002;
    public const int PlaintextPassword = 1004;
    public const int DefaultPassword = 1005;
    public const int DangerousTls = 1006;
    public const int ManySessions = 1007;
    public const int LeakSuspected = 1101;
    public const int LeakReclaimed = 1102;
    public const int FillUpFailed = 1103;
    public const int EndpointRests = 1201;
    public const int EndpointBack = 1202;
    public const int HintIgnored = 1203;
    public const int RequestLimitLearned = 1204;
    public const int CallRepeated = 1301;
    public const int CallExecuted = 1302;
    public const int CallFailed = 1303;
    public const int SlowQuery = 1304;
}

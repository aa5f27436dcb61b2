namespace IoTDB.Orm.Tests.Suite;

public enum PumpMode
{
    Off = 0,
    Auto = 1,
    Manual = 2,
}

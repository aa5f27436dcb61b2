namespace IoTDB.Orm.Generators.Tests.Entities;

public enum Mode : short
{
    Off = 0,
    Auto = 1,
    Manual = -2,
}

namespace IoTDB.Orm.Tests.Suite;

public readonly record struct Celsius(double Value);

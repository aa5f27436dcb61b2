namespace IoTDB.Orm.Generators.Tests.Entities;

/// <summary>Nothing can be null, and a missing cell is the type's default.</summary>
[Device("root.lab.{Bench}")]
public sealed partial record Defaulted(
    string Bench,
    [property: Time] DateTime Time,
    [property: Measurement(OnNull = NullRead.Default)] int Number,
    [property: Measurement(OnNull = NullRead.Default)] string Words,
    [property: Measurement(OnNull = NullRead.Default)] byte[] Bytes,
    [property: Measurement(OnNull = NullRead.Default)] bool Flag,
    [property: Measurement(OnNull = NullRead.Default)] DateOnly Day,
    [property: Measurement(OnNull = NullRead.Default, DataType = TsDataType.String)] Mode Mode);

using IoTDB.Orm.Generated;

namespace IoTDB.Orm.Tests.Querying;

/// <summary>A column set as the generator writes it, to see that lambdas over it infer their types and build the filters they say.</summary>
public sealed class SketchColumns
{
    public enum Mode
    {
        Off,
        Auto,
    }

    public readonly record struct Celsius(double Value);

    public static SketchColumns Instance { get; } = new();

    public NumericColumn<double> Temperature { get; } = new("temperature", TsDataType.Double);

    public NumericColumn<float> Pressure { get; } = new("pressure_bar", TsDataType.Float);

    public NumericColumn<int> Quality { get; } = new("quality", TsDataType.Int32);

    public NumericColumn<long> Total { get; } = new("total", TsDataType.Int64);

    public BoolColumn Running { get; } = new("running");

    public BoolColumn Open { get; } = new("open");

    public TextColumn Note { get; } = new("note", TsDataType.Text);

    public BlobColumn Image { get; } = new("image");

    public DateColumn Day { get; } = new("day");

    public TimestampColumn Seen { get; } = new("seen");

    public Column<Mode> State { get; } = ConvertedColumns.Value<Mode, int>("mode", TsDataType.Int32, static value => (int)value, static value => (Mode)value);

    public Column<Celsius> Bearing { get; } = ConvertedColumns.Value<Celsius, double>("bearing", TsDataType.Double, static value => value.Value, static value => new Celsius(value));

    public ReferenceColumn<Uri> Link { get; } = ConvertedColumns.Reference<Uri, string>("link", TsDataType.Text, static value => value.ToString(), static value => new Uri(value));
}

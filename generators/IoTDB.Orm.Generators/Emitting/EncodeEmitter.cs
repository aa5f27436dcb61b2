using System.Globalization;
using static IoTDB.Orm.Generators.GeneratedText;

namespace IoTDB.Orm.Generators;

/// <summary>Writes the encoder: one pass over the rows for times and all columns of fixed width, then one a column of variable length.</summary>
/// <remarks>Columns of fixed width come first on the wire, so that their places are known before the first row.</remarks>
internal static class EncodeEmitter
{
    private const string Writer = Support + "CellWriter";

    public static void Emit(SourceWriter writer, DeviceModel model)
    {
        List<MeasurementModel> @fixed = [.. model.Measurements.Where(static measurement => measurement.IsFixed)];
        List<MeasurementModel> variable = [.. model.Measurements.Where(static measurement => !measurement.IsFixed)];
        bool anyMissing = @fixed.Exists(static measurement => measurement.IsNullable);
        using (writer.Block($"public override void Encode(ref {Support}TabletEncoder tablet, global::System.ReadOnlySpan<{model.FullName}> rows)"))
        {
            if (UsesScale(model))
            {
                writer.Line("global::IoTDB.Client.TimeScale scale = tablet.Scale;");
            }

            writer.Line("ref byte times = ref tablet.Times;");
            if (@fixed.Count > 0)
            {
                EmitPlaces(writer, @fixed, anyMissing);
            }

            if (anyMissing)
            {
                EmitRowsByEight(writer, model, @fixed);
            }
            else
            {
                EmitRows(writer, model, @fixed);
            }

            for (int i = 0; i < variable.Count; i++)
            {
                EmitVariable(writer, model, variable[i], @fixed.Count + i);
            }
        }
    }

    private static bool UsesScale(DeviceModel model) => model.Time.Kind != TimeKind.Ticks
        || model.Measurements.Any(static measurement => measurement.Value.Store is ValueKind.DateTimeOffset or ValueKind.DateTime);

    private static void EmitPlaces(SourceWriter writer, List<MeasurementModel> columns, bool anyMissing)
    {
        writer.Line($"ref byte cells = ref tablet.FixedCells({Number(columns.Sum(static column => column.Width))});");
        if (columns.Count > 1)
        {
            writer.Line("nint count = rows.Length;");
        }

        int offset = 0;
        foreach (MeasurementModel column in columns)
        {
            if (offset > 0)
            {
                writer.Line($"nint {Conversions.Local(column)}At = count * {Number(offset)};");
            }

            offset += column.Width;
        }

        if (anyMissing)
        {
            writer.Line("ref byte missing = ref tablet.Missing;");
            writer.Line("nint mapLength = tablet.MapLength;");
        }
    }

    private static void EmitRows(SourceWriter writer, DeviceModel model, List<MeasurementModel> columns)
    {
        using (writer.Block("for (int i = 0; i < rows.Length; i++)"))
        {
            writer.Line($"{model.FullName} row = rows[i];");
            writer.Line("nint at = i;");
            writer.Line($"{Writer}.Put(ref times, at * 8, {KeyEmitter.Time(model, "row")});");
            for (int column = 0; column < columns.Count; column++)
            {
                writer.Line(Put(columns, column) + ";");
            }
        }
    }

    private static void EmitRowsByEight(SourceWriter writer, DeviceModel model, List<MeasurementModel> columns)
    {
        using (writer.Block("for (int start = 0; start < rows.Length; start += 8)"))
        {
            writer.Line("int end = global::System.Math.Min(8, rows.Length - start);");
            foreach (MeasurementModel column in columns.Where(static column => column.IsNullable))
            {
                writer.Line($"uint {Conversions.Local(column)}Missing = 0;");
            }

            using (writer.Block("for (int bit = 0; bit < end; bit++)"))
            {
                writer.Line($"{model.FullName} row = rows[start + bit];");
                writer.Line("nint at = start + bit;");
                writer.Line($"{Writer}.Put(ref times, at * 8, {KeyEmitter.Time(model, "row")});");
                for (int column = 0; column < columns.Count; column++)
                {
                    writer.Line(columns[column].IsNullable
                        ? $"{Conversions.Local(columns[column])}Missing |= {Put(columns, column)} << bit;"
                        : Put(columns, column) + ";");
                }
            }

            writer.Line();
            writer.Line("nint block = start >> 3;");
            for (int column = 0; column < columns.Count; column++)
            {
                if (columns[column].IsNullable)
                {
                    string place = column == 0 ? "block" : column == 1 ? "mapLength + block" : $"(mapLength * {Number(column)}) + block";
                    writer.Line($"{Writer}.Mark(ref missing, {place}, {Conversions.Local(columns[column])}Missing);");
                }
            }
        }
    }

    private static string Put(List<MeasurementModel> columns, int index)
    {
        MeasurementModel column = columns[index];
        string cell = column.Width == 1 ? "at" : $"at * {Number(column.Width)}";
        string place = index == 0 ? cell : column.Width == 1 ? $"{Conversions.Local(column)}At + at" : $"{Conversions.Local(column)}At + ({cell})";
        return $"{Writer}.Put(ref cells, {place}, {Conversions.ToWire(column, $"row.{column.Property.Escaped()}")})";
    }

    private static void EmitVariable(SourceWriter writer, DeviceModel model, MeasurementModel column, int index)
    {
        string local = Conversions.Local(column) + "Cells";
        writer.Line();
        writer.Line($"{Support}VariableEncoder {local} = tablet.Begin{(column.IsNullable ? "Nullable" : "")}({Number(index)});");
        using (writer.Block("for (int i = 0; i < rows.Length; i++)"))
        {
            string value = Conversions.ToWire(column, $"rows[i].{column.Property.Escaped()}");
            writer.Line(column.IsNullable ? $"{local}.WriteNullable({value}, i);" : $"{local}.Write({value}, i);");
        }

        writer.Line();
        writer.Line($"tablet.End(in {local});");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

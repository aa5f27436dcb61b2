using IoTDB.Wire.Types;

namespace IoTDB.Embedded.Executing.Values;

/// <summary>Groups of data types that expressions and aggregates ask for.</summary>
internal static class DataTypes
{
    extension(TsDataType type)
    {
        public bool IsNumeric => type is TsDataType.Int32 or TsDataType.Int64 or TsDataType.Float or TsDataType.Double;

        /// <summary>A machine number with NaN and two zeros.</summary>
        public bool IsReal => type is TsDataType.Float or TsDataType.Double;

        /// <summary>Text that functions and LIKE take.</summary>
        public bool IsText => type is TsDataType.Text or TsDataType.String;

        /// <summary>Kept as bytes.</summary>
        public bool IsBinary => type is TsDataType.Text or TsDataType.String or TsDataType.Blob;

        /// <summary>The server's word for the type.</summary>
        public string Word => ServerWords.Of(type);
    }
}

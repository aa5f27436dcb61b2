namespace IoTDB.Embedded.Sql.Statements;

/// <summary>Conditions that SHOW and COUNT know.</summary>
internal enum SchemaConditionKind : byte
{
    PathContains,
    DataTypeIs,
    TagIs,
    TagContains,
    TemplateIs,
    TemplateIsNot,
    TemplateIsNull,
    TemplateIsNotNull,
}

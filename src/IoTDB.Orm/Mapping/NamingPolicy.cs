namespace IoTDB.Orm;

/// <summary>Turns the name of a property into the name of a measurement, while compiling.</summary>
/// <remarks>Paths are case-sensitive on most servers but not on Windows; hence lower case by default.</remarks>
public enum NamingPolicy
{
    /// <summary><c>OilTemperature</c> becomes <c>oil_temperature</c>, <c>HTTPStatus2</c> becomes <c>http_status2</c>.</summary>
    SnakeCase = 0,

    /// <summary><c>OilTemperature</c> becomes <c>oilTemperature</c>.</summary>
    CamelCase = 1,

    /// <summary><c>OilTemperature</c> becomes <c>oiltemperature</c>.</summary>
    LowerCase = 2,

    /// <summary>The property's name as it is written.</summary>
    PropertyName = 3,
}

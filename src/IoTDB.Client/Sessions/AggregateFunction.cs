namespace IoTDB.Client;

/// <summary>What an aggregation query computes.</summary>
/// <remarks>The number is the function's id on the wire. Source: common.thrift, TAggregationType.</remarks>
public enum AggregateFunction
{
    /// <summary>Number of values.</summary>
    Count = 0,

    /// <summary>Average; DOUBLE.</summary>
    Average = 1,

    /// <summary>Sum; DOUBLE.</summary>
    Sum = 2,

    /// <summary>The value with the smallest time.</summary>
    FirstValue = 3,

    /// <summary>The value with the greatest time.</summary>
    LastValue = 4,

    /// <summary>Greatest time.</summary>
    MaxTime = 5,

    /// <summary>Smallest time.</summary>
    MinTime = 6,

    /// <summary>Greatest value.</summary>
    MaxValue = 7,

    /// <summary>Smallest value.</summary>
    MinValue = 8,

    /// <summary>The value farthest from zero.</summary>
    Extreme = 9,
}

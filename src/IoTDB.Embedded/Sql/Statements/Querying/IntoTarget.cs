using System.Collections.Immutable;
using IoTDB.Embedded.Paths;

namespace IoTDB.Embedded.Sql.Statements;

/// <summary>A device path and measurements of INTO, with placeholders.</summary>
/// <remarks><c>Device</c>: nodes; <c>::</c> stands for the source device, <c>${n}</c> inside a node for its n-th node.</remarks>
internal sealed record IntoTarget(TreePath Device, bool IsFull, bool IsAligned, ImmutableArray<string> Measurements);

using IoTDB.Embedded.Sql.Expressions;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>How deep an expression is, found without recursion.</summary>
internal static class ExpressionHeight
{
    /// <summary>True if a path from the root is longer than so many nodes.</summary>
    public static bool Exceeds(Expression root, int most)
    {
        Stack<(Expression Node, int Level)> open = new();
        open.Push((root, 1));
        while (open.TryPop(out (Expression Node, int Level) next))
        {
            if (next.Level > most)
            {
                return true;
            }

            foreach (Expression child in next.Node.Children)
            {
                open.Push((child, next.Level + 1));
            }
        }

        return false;
    }
}

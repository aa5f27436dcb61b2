using IoTDB.Embedded.Sql.Statements;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine.Statements;

/// <inheritdoc/>
internal sealed class UserRunner : StatementRunner<UserStatement>
{
    /// <inheritdoc/>
    public override bool Changes => true;

    /// <inheritdoc/>
    protected override ResultTable? Run(UserStatement statement, StatementContext context)
    {
        var users = context.Server.Users;
        switch (statement.Operation)
        {
            case UserOperation.CreateUser:
                AccountRules.Check(statement.Name);
                AccountRules.Check(statement.Argument ?? "");
                users.Create(statement.Name, statement.Argument ?? "");
                return null;
            case UserOperation.SetPassword:
                AccountRules.Check(statement.Argument ?? "");
                users.Change(statement.Name, statement.Argument ?? "");
                return null;
            case UserOperation.DropUser:
                users.Drop(statement.Name);
                return null;
            case UserOperation.ListUsers:
                var table = ResultTable.OfText("User");
                foreach (var name in users.Names)
                {
                    table.Add(name);
                }

                return table;
            case UserOperation.ListRoles:
                return ResultTable.OfText("Role");
            default:
                throw new StatusException(StatusCode.UnsupportedOperation, "Roles and privileges are not part of the embedded server.");
        }
    }
}

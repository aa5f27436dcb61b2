namespace IoTDB.Embedded.Sql.Statements;

/// <summary>What a user statement does.</summary>
internal enum UserOperation : byte
{
    CreateUser,
    DropUser,
    SetPassword,
    CreateRole,
    DropRole,
    GrantRole,
    RevokeRole,
    Grant,
    Revoke,
    ListUsers,
    ListRoles,
}

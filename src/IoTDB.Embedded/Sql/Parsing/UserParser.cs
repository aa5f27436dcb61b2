using IoTDB.Embedded.Sql.Lexing;
using IoTDB.Embedded.Sql.Statements;

namespace IoTDB.Embedded.Sql.Parsing;

/// <summary>Users, roles and privileges.</summary>
internal static class UserParser
{
    public static UserStatement ParseCreate(TokenReader reader)
    {
        if (reader.TryWord("ROLE"))
        {
            return new UserStatement(UserOperation.CreateRole, NameParser.ParseIdentifier(reader), null);
        }

        reader.ExpectWord("USER");
        string name = NameParser.ParseIdentifier(reader);
        return new UserStatement(UserOperation.CreateUser, name, ConstantParser.ParseText(reader));
    }

    public static UserStatement ParseDrop(TokenReader reader)
    {
        bool isRole = reader.TryWord("ROLE");
        if (!isRole)
        {
            reader.ExpectWord("USER");
        }

        return new UserStatement(isRole ? UserOperation.DropRole : UserOperation.DropUser, NameParser.ParseIdentifier(reader), null);
    }

    /// <summary>ALTER USER name SET PASSWORD 'text'.</summary>
    public static UserStatement ParseAlter(TokenReader reader)
    {
        reader.ExpectWord("USER");
        string name = reader.IsWord("root") ? reader.Take() : NameParser.ParseIdentifier(reader);
        reader.ExpectWords("SET", "PASSWORD");
        return new UserStatement(UserOperation.SetPassword, name, ConstantParser.ParseText(reader));
    }

    /// <summary>GRANT, REVOKE and LIST.</summary>
    public static UserStatement Parse(TokenReader reader)
    {
        if (reader.TryWord("LIST"))
        {
            bool isUsers = reader.TryWord("USER") || (!reader.TryWord("ROLE") && reader.Fail<bool>("{ROLE, USER}"));
            return new UserStatement(isUsers ? UserOperation.ListUsers : UserOperation.ListRoles, string.Empty, null);
        }

        bool isGrant = reader.TryWord("GRANT");
        if (!isGrant)
        {
            reader.ExpectWord("REVOKE");
        }

        if (reader.TryWord("ROLE"))
        {
            string role = NameParser.ParseIdentifier(reader);
            reader.ExpectWord(isGrant ? "TO" : "FROM");
            return new UserStatement(isGrant ? UserOperation.GrantRole : UserOperation.RevokeRole, NameParser.ParseIdentifier(reader), role);
        }

        List<string> privileges = [];
        do
        {
            privileges.Add(NameParser.ParseIdentifier(reader));
        }
        while (reader.TryKind(TokenKind.Comma));
        reader.ExpectWord("ON");
        PathParser.ParsePatterns(reader);
        reader.ExpectWord(isGrant ? "TO" : "FROM");
        _ = reader.TryWord("USER") || reader.TryWord("ROLE") || reader.Fail<bool>("{ROLE, USER}");
        string name = NameParser.ParseIdentifier(reader);
        _ = reader.TryWords("WITH", "GRANT", "OPTION");
        return new UserStatement(isGrant ? UserOperation.Grant : UserOperation.Revoke, name, string.Join(',', privileges));
    }
}

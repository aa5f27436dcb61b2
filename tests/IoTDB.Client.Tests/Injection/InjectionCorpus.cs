namespace IoTDB.Client.Tests.Injection;

/// <summary>Texts that try to leave the quotes they are put in.</summary>
internal static class InjectionCorpus
{
    private static readonly string[] s_payloads =
    [
        "or '1'='1", "or 1=1", "; drop database root.**", "delete database root.**", "union select * from root.**", "and time > 0", "-- ", "/* */", "# ",
        ") values (1, 2", ", v2) values (1,1,1", "from root.**", "align by device", "limit 1", "group by ([0,10),1ms)", "fill(previous)",
    ];

    private static readonly string[] s_openers =
        ["'", "''", "'''", "\\'", "\\\\'", "\"", "\\\"", "`", "``", "```", "\u2019", "\uFF07", "\u02BC", "\u201D", "\uFF02", "\uFF40", "')", "\")", "`)", "'; ", "'\u00A0"];

    /// <summary>Every text; more than 300, all different.</summary>
    public static IReadOnlyList<string> All { get; } = Make();

    private static List<string> Make()
    {
        HashSet<string> texts = [];
        foreach (string opener in s_openers)
        {
            texts.Add(opener);
            texts.UnionWith(s_payloads.Select(payload => opener + " " + payload));
        }

        for (int run = 1; run <= 16; run++)
        {
            texts.Add(new string('\'', run));
            texts.Add(new string('`', run));
            texts.Add(new string('"', run));
            texts.Add(new string('\\', run));
            texts.Add(new string('\\', run) + "'");
        }

        texts.UnionWith(
        [
            "select", "from", "where", "null", "NaN", "true", "now()", "root", "root.**", "a.b.c", ".", "..", "a..b", "-1", "+1", "1e10", "0x1F", "12L", "X'00'", "2024-01-01", "1d",
            "${1}", "$1", "::", ":a", "?", "{0}", "%s", "a%20b", "a_b", "[0-9]", "(a|b)", "^a$", "Ω", "é", "🙂", "\u202E abc", "\u200B", "ﬀ", "İ", "ı", "a\u0301", "  ", " a ", "a;b", ";;", "@@version", "#{x}",
        ]);
        return [.. texts];
    }
}

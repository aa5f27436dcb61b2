using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using IoTDB.Orm.Generators;
using IoTDB.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoTDB.Docs.Tests;

/// <summary>The code of a page, compiled with the generator as a reader's project would be.</summary>
internal sealed class DocProgram
{
    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Preview);

    private readonly DocPage _page;

    internal DocProgram(DocPage page) => _page = page;

    /// <summary>Compiles the page and runs it; gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It does not compile, or warns; the message has the page's own line numbers.</exception>
    internal async Task<string> RunAsync()
    {
        using MemoryStream image = new();
        Compilation compilation = Compile();
        List<string> problems =
        [
            .. compilation.Emit(image).Diagnostics
                .Where(one => one.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning && one.Id is not "CS1701" and not "CS8019")
                .Select(one => one.ToString()),
        ];
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"{_page.Name} does not compile:\n{string.Join('\n', problems)}");
        }

        image.Position = 0;
        AssemblyLoadContext context = new(_page.Name, isCollectible: true);
        MethodInfo main = context.LoadFromStream(image).EntryPoint!;
        StringBuilder printed = new();
        using StringWriter writer = new(printed);
        TextWriter before = Console.Out;
        Console.SetOut(TextWriter.Synchronized(writer));
        try
        {
            object? result = main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
            if (result is Task task)
            {
                await task.WaitAsync(TimeSpan.FromMinutes(1));
            }
        }
        finally
        {
            Console.SetOut(before);
            context.Unload();
        }

        return printed.ToString();
    }

    private Compilation Compile()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Docs",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, s_parsing), Program()],
            References(),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new DeviceGenerator().AsSourceGenerator()], parseOptions: s_parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return generated;
    }

    // One file as a reader would write it: usings, then statements, then types, each with the line it stands in.
    private SyntaxTree Program()
    {
        StringBuilder usings = new();
        StringBuilder statements = new();
        StringBuilder types = new();
        foreach (DocBlock block in _page.Code)
        {
            CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(block.Text, options: s_parsing);
            foreach (UsingDirectiveSyntax one in unit.Usings)
            {
                Append(usings, block, one);
            }

            foreach (MemberDeclarationSyntax one in unit.Members)
            {
                Append(one is GlobalStatementSyntax ? statements : types, block, one);
            }
        }

        return CSharpSyntaxTree.ParseText(usings.Append(statements).Append(types).ToString(), s_parsing, path: RepositoryRoot.Combine(_page.Name));
    }

    private void Append(StringBuilder program, DocBlock block, SyntaxNode node)
    {
        int line = block.Line + block.Text.AsSpan(0, node.FullSpan.Start).Count('\n');
        program.Append("#line ").Append(line).Append(" \"").Append(_page.Name).Append("\"\n").Append(node.ToFullString()).Append('\n');
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("IoTDB.Orm.Generators", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;
}

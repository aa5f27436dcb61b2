using Quickstart;
using Spectre.Console;

return await QuickstartCommand.RunAsync(args, AnsiConsole.Console);

using Dockerland.Cli;

using var signals = Signals.OfProcess(Console.Error);
var code = await CommandLine.RunAsync(args, Terminal.OfProcess(), () => Repository.Containing(AppContext.BaseDirectory), signals.Token);
return code is CommandLine.Cancelled ? signals.ExitCode ?? code : code;

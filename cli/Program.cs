using Dockerland.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess(), () => Repository.Containing(AppContext.BaseDirectory));

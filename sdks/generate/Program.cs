return await Dockerland.Sdks.Generate.CommandLine.RunAsync(args, Console.Out, Console.Error);

namespace Dockerland.Sdks.Generate;

/// <summary>What the program does for the bindings.</summary>
internal sealed class Generator(string sdks, TextWriter output)
{
    /// <summary>Writes the C# of every binding from its checked-in schema.</summary>
    public async Task<int> GenerateAsync(CancellationToken cancellation)
    {
        foreach (var package in StandIn.ReadBindings(sdks).Keys)
            await GenerateAsync(new StandIn(sdks, package), cancellation);
        return 0;
    }

    /// <summary>One line for each file that regenerating would change, add or remove.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken cancellation)
    {
        var differences = new List<string>();
        foreach (var package in StandIn.ReadBindings(sdks).Keys)
        {
            var standIn = new StandIn(sdks, package);
            var generated = await PulumiCodeGenerator.GenerateAsync(standIn.ReadSchema(), cancellation);
            var present = GeneratedFiles.ReadPresent(standIn.Folder);
            differences.AddRange(GeneratedFiles.Differences(generated, present).Select(line => Path.Combine(standIn.Folder, line)));
            await output.WriteLineAsync($"{package}: {generated.Count} files compared");
        }
        return differences;
    }

    /// <summary>Cuts a whole schema to what <c>bindings.json</c> names, keeps the cut and generates from it.</summary>
    public async Task<int> CutAsync(string package, string schemaFile, CancellationToken cancellation)
    {
        var bindings = StandIn.ReadBindings(sdks);
        if (!bindings.TryGetValue(package, out var binding))
            throw new GenerateException($"bindings.json has no package '{package}', only {string.Join(", ", bindings.Keys)}.");
        var whole = StandIn.ParseSchema(await File.ReadAllTextAsync(schemaFile, cancellation), schemaFile);
        if ((string?)whole["name"] != package)
            throw new GenerateException($"'{schemaFile}' is the schema of '{whole["name"]}', not of '{package}'.");

        var standIn = new StandIn(sdks, package);
        standIn.WriteSchema(SchemaCut.Apply(whole, binding));
        return await GenerateAsync(standIn, cancellation);
    }

    private async Task<int> GenerateAsync(StandIn standIn, CancellationToken cancellation)
    {
        var files = await PulumiCodeGenerator.GenerateAsync(standIn.ReadSchema(), cancellation);
        GeneratedFiles.Write(standIn.Folder, files);
        await output.WriteLineAsync($"{standIn.Folder}: {files.Count} files");
        return 0;
    }
}

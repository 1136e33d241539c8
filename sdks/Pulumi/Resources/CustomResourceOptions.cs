namespace Pulumi;

/// <summary>How the engine treats a resource of a provider.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    /// <summary>Whether the old one goes before the new one comes; the provider's choice when null.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs, in the wire's names, that are secret although the provider doesn't say so.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>The id of an existing thing that is taken into the stack.</summary>
    public string? ImportId { get; set; }

    /// <summary>For providers only: environment variables to give the plugin under other names.</summary>
    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = value;
    }

    /// <summary>A new set of options: single values of the second where set, lists of both.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        foreach (var options in new[] { options1, options2 })
        {
            if (options is not null)
            {
                merged.Include(options);
                merged.DeleteBeforeReplace = options.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
                merged.AdditionalSecretOutputs.AddRange(options.AdditionalSecretOutputs);
                merged.ImportId = options.ImportId ?? merged.ImportId;
                foreach (var (name, value) in options.EnvVarMappings)
                {
                    merged.EnvVarMappings[name] = value;
                }
            }
        }

        return merged;
    }

    internal override ResourceOptions Copy() => Merge(this, null);
}

using Pulumi;

namespace Dockerland.Infra.Settings;

/// <summary>A configuration that can't be used: every problem on a line of its own, with its key and its fix.</summary>
public sealed class SettingsException(IEnumerable<string> problems) : RunException(string.Join('\n', problems));

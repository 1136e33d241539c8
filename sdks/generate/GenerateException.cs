namespace Dockerland.Sdks.Generate;

/// <summary>A mistake that the maintainer can mend; its message is all that is shown.</summary>
internal sealed class GenerateException(string message) : Exception(message);

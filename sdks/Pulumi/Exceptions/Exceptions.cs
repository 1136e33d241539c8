namespace Pulumi;

/// <summary>A failure that the user can mend: shown as its message, without a stack trace.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) => new(
        $"Output(s) '{string.Join(", ", outputAttributeNames)}' have incorrect type. " +
        "[Output] attributed properties must be instances of Output<T>.");

    internal static RunException OutputsHaveNoValue(IEnumerable<string> outputAttributeNames) => new(
        $"Output(s) '{string.Join(", ", outputAttributeNames)}' have no value assigned. " +
        "[Output] attributed properties must be assigned inside Stack constructor.");
}

/// <summary>A failure of one resource.</summary>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}

/// <summary>A diagnostic couldn't be handed to the engine.</summary>
public class LogException(Exception exception)
    : Exception("Error occurred during logging: " + exception.Message, exception);

/// <summary>A function's refusal.</summary>
internal sealed class InvokeException(string message) : RunException(message);

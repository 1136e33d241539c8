namespace Amazon.Lambda.Core;

/// <summary>What Lambda says of an invocation.</summary>
public interface ILambdaContext
{
    /// <summary>The same for each attempt at one event.</summary>
    string AwsRequestId { get; }

    string FunctionName { get; }

    /// <summary>How long it is until Lambda stops the function.</summary>
    TimeSpan RemainingTime { get; }
}

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Answers an event, or throws.</summary>
public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);

/// <summary>Runs before the first event; false ends the process.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();

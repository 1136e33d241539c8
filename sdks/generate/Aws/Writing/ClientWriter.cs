using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>Writes the client, its interface and its configuration.</summary>
internal static class ClientWriter
{
    public static string Interface(ServiceModel service)
    {
        var file = new CodeFile(service);
        return file.Block($"public partial interface {service.Interface} : IAmazonService, IDisposable", () =>
        {
            if (service.Paginated.Any())
                file.Line($"I{service.Name}PaginatorFactory Paginators {{ get; }}").Line();
            foreach (var operation in service.Operations)
            {
                if (service.Entry.WithoutRequest.Contains(operation.Name))
                    file.Line($"Task<{operation.Name}Response> {operation.Name}Async(CancellationToken cancellationToken = default);").Line();
                file.Line($"Task<{operation.Name}Response> {operation.Name}Async({operation.Name}Request request, CancellationToken cancellationToken = default);").Line();
            }
            file.Line($"""
                Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

                static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {service.Config}();

                static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
                    new {service.Client}(awsCredentials, clientConfig as {service.Config} ?? throw new AmazonClientException("The configuration is of a different service."));
                """);
        }).ToString();
    }

    public static string Client(ServiceModel service)
    {
        var file = new CodeFile(service);
        return file.Block($"public partial class {service.Client} : AmazonServiceClient, {service.Interface}", () =>
        {
            file.Line($"private static readonly IServiceMetadata serviceMetadata = new Amazon{service.Entry.Client}Metadata();").Line();
            Constructors(file, service);
            if (service.Paginated.Any())
                file.Line($"private I{service.Name}PaginatorFactory paginators;").Line()
                    .Line($"public I{service.Name}PaginatorFactory Paginators => paginators ??= new {service.Name}PaginatorFactory(this);").Line();
            file.Line("protected override IServiceMetadata ServiceMetadata => serviceMetadata;").Line();
            foreach (var operation in service.Operations)
                Method(file, service, operation);
            file.Line($$"""
                public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
                    Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

                protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
                {
                    pipeline.RemoveHandler<EndpointResolver>();
                    pipeline.AddHandlerAfter<Marshaller>(new Amazon{{service.Entry.Client}}EndpointResolver());
                    pipeline.AddHandlerAfter<Marshaller>(new Amazon{{service.Entry.Client}}AuthSchemeHandler());
                }

                protected override void Dispose(bool disposing) => base.Dispose(disposing);
                """);
        }).ToString();
    }

    public static string Config(ServiceModel service)
    {
        var file = new CodeFile(service);
        var metadata = service.Metadata;
        return file.Block($"public partial class {service.Config} : ClientConfig", () => file.Line($$"""
            private static readonly string userAgent = Amazon.Util.Internal.InternalSDKUtils.BuildUserAgentString("{{metadata.ServiceId}}", "{{service.Entry.Version ?? "0.0.0.0"}}");
            private static readonly Amazon{{service.Entry.Client}}EndpointResolver endpointResolver = new();

            public {{service.Config}}() : base(new DefaultConfigurationProvider(Amazon{{service.Entry.Client}}Defaults.All))
            {
                base.ServiceId = ServiceId;
                AuthenticationServiceName = "{{metadata.SigningName}}";
                EndpointProvider = new Amazon{{service.Entry.Client}}EndpointProvider();
            }

            public static new string ServiceId => "{{metadata.ServiceId}}";

            public override string RegionEndpointServiceName => "{{metadata.EndpointPrefix}}";

            public override string ServiceVersion => "{{metadata.ApiVersion}}";

            public override string UserAgent => userAgent;

            public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
            {
                var context = new Amazon.Runtime.Internal.RequestContext(false)
                {
                    ClientConfig = this,
                    OriginalRequest = parameters.Request,
                    Request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
                };
                return endpointResolver.GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
            }
            """)).ToString();
    }

    private static void Method(CodeFile file, ServiceModel service, Operation operation)
    {
        var name = operation.Name;
        if (service.Entry.WithoutRequest.Contains(name))
            file.Line($"public virtual Task<{name}Response> {name}Async(CancellationToken cancellationToken = default) =>")
                .Line($"    {name}Async(new {name}Request(), cancellationToken);").Line();
        file.Line($$"""
            public virtual Task<{{name}}Response> {{name}}Async({{name}}Request request, CancellationToken cancellationToken = default)
            {
                var options = new InvokeOptions { RequestMarshaller = {{name}}RequestMarshaller.Instance, ResponseUnmarshaller = {{name}}ResponseUnmarshaller.Instance };
                return InvokeAsync<{{name}}Response>(request, options, cancellationToken);
            }

            """);
    }

    private static void Constructors(CodeFile file, ServiceModel service)
    {
        var (client, config) = (service.Client, service.Config);
        file.Line($$"""
            public {{client}}() : base(new {{config}}())
            {
            }

            public {{client}}(RegionEndpoint region) : base(new {{config}} { RegionEndpoint = region })
            {
            }

            public {{client}}({{config}} config) : base(config)
            {
            }

            public {{client}}(AWSCredentials credentials) : this(credentials, new {{config}}())
            {
            }

            public {{client}}(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new {{config}} { RegionEndpoint = region })
            {
            }

            public {{client}}(AWSCredentials credentials, {{config}} clientConfig) : base(credentials, clientConfig)
            {
            }

            public {{client}}(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new {{config}}())
            {
            }

            public {{client}}(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
                : this(awsAccessKeyId, awsSecretAccessKey, new {{config}} { RegionEndpoint = region })
            {
            }

            public {{client}}(string awsAccessKeyId, string awsSecretAccessKey, {{config}} clientConfig)
                : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
            {
            }

            public {{client}}(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
                : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new {{config}}())
            {
            }

            public {{client}}(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
                : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new {{config}} { RegionEndpoint = region })
            {
            }

            public {{client}}(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, {{config}} clientConfig)
                : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
            {
            }

            """);
    }
}

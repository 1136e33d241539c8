using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>Writes where a client sends its requests, how they are signed, and its default settings; all of it is internal.</summary>
internal static class EndpointWriter
{
    public static string Write(ServiceModel service)
    {
        var file = new CodeFile(service, ".Internal");
        var client = "Amazon" + service.Entry.Client;
        Provider(file, service, client);
        file.Line().Line($$"""
            internal sealed class {{client}}EndpointResolver : BaseEndpointResolver
            {
                protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
                    InjectHostPrefix(executionContext.RequestContext);

                protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
                {
                    var config = (ClientConfig)requestContext.ClientConfig;
                    var parameters = new EndpointParameters
                    {
                        ["Region"] = requestContext.Request.AlternateEndpoint?.SystemName ?? Region(config),
                        ["Endpoint"] = config.ServiceURL,
                        ["UseFIPS"] = config.UseFIPSEndpoint,
                        ["UseDualStack"] = config.UseDualstackEndpoint,
                    };
                    return parameters;
                }

                private static string Region(ClientConfig config) =>
                    config.RegionEndpoint != null ? config.RegionEndpoint.SystemName
                    : !string.IsNullOrEmpty(config.AuthenticationRegion) ? config.AuthenticationRegion
                    : string.IsNullOrEmpty(config.ServiceURL) ? null
                    : RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName;
            }

            internal sealed class {{client}}AuthSchemeHandler : BaseAuthResolverHandler
            {
                protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
                    Amazon.Runtime.Credentials.Internal.AuthSchemeOption.DEFAULT_SIGV4;
            }

            internal sealed class {{client}}Metadata : IServiceMetadata
            {
                public string ServiceId => "{{service.Metadata.ServiceId}}";

                public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
            }

            /// <summary>The settings that the modes of AWS_DEFAULTS_MODE stand for.</summary>
            internal static class {{client}}Defaults
            {
                public static readonly IDefaultConfiguration[] All =
                [
                    Of(DefaultConfigurationMode.Standard, 3100),
                    Of(DefaultConfigurationMode.InRegion, 1100),
                    Of(DefaultConfigurationMode.CrossRegion, 3100),
                    Of(DefaultConfigurationMode.Mobile, 30000),
                    Of(DefaultConfigurationMode.Auto, 1100),
                ];

                private static DefaultConfiguration Of(DefaultConfigurationMode mode, int connectMilliseconds) => new()
                {
                    Name = mode,
                    RetryMode = RequestRetryMode.Standard,
                    S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
                    ConnectTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
                    TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
                };
            }
            """);
        return file.ToString();
    }

    private static void Provider(CodeFile file, ServiceModel service, string client)
    {
        file.Block($"internal sealed class {client}EndpointProvider : IEndpointProvider", () =>
        {
            file.Block("public Endpoint ResolveEndpoint(EndpointParameters parameters)", () =>
            {
                file.Line("""
                    var fips = (bool)parameters["UseFIPS"];
                    var dualStack = (bool)parameters["UseDualStack"];
                    if (parameters["Endpoint"] is string endpoint)
                    {
                        if (fips || dualStack)
                            throw new AmazonClientException("Invalid Configuration: an endpoint of one's own is neither a FIPS nor a dual-stack endpoint.");
                        return new Endpoint(endpoint);
                    }
                    if (parameters["Region"] is not string name)
                        throw new AmazonClientException("Invalid Configuration: Missing Region");
                    var region = RegionEndpoint.GetBySystemName(name);
                    """);
                Global(file, service);
                file.Line($$"""
                    var suffix = !dualStack ? region.PartitionDnsSuffix : region.PartitionName == "aws-cn" ? "api.amazonwebservices.com.cn" : "api.aws";
                    return new Endpoint($"https://{{service.Metadata.EndpointPrefix}}{(fips ? "-fips" : "")}.{region.SystemName}.{suffix}");
                    """);
            });
        });
    }

    private static void Global(CodeFile file, ServiceModel service)
    {
        if (service.Entry.GlobalEndpoints.Count == 0)
            return;
        file.Block("if (!dualStack)", () => file.Block("switch (region.PartitionName)", () =>
        {
            foreach (var (partition, endpoint) in service.Entry.GlobalEndpoints)
                file.Line($"case \"{partition}\":")
                    .Line($"    return new Endpoint(\"https://\" + (fips ? \"{Fips(endpoint.Host)}\" : \"{endpoint.Host}\"), \"\"\"{Scheme(service, endpoint)}\"\"\", \"{{}}\");");
        }));
    }

    private static string Scheme(ServiceModel service, GlobalEndpoint endpoint) =>
        $$"""{"authSchemes":[{"name":"sigv4","signingName":"{{service.Metadata.SigningName}}","signingRegion":"{{endpoint.Region}}"}]}""";

    private static string Fips(string host) => host.Insert(host.IndexOf('.', StringComparison.Ordinal), "-fips");
}

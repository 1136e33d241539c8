using Pulumi;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Iam.Inputs;
using Pulumi.Aws.Vpc;

namespace Dockerland.Tests.Infra.Rules;

/// <summary>For each rule resources that break it, all called x, and what is said of them.</summary>
internal static class BrokenResources
{
    public static IReadOnlyList<(string Rule, string Case, Action Program, string Problem)> All { get; } =
    [
        ("template-version", "latest", () => Group("$Latest"), "takes version '$Latest' of its launch template, so a changed template replaces no host. Name the version by number: template.LatestVersion"),
        ("template-version", "unsaid", () => Group(null), "takes version '$Default' of its launch template, so a changed template replaces no host. Name the version by number: template.LatestVersion"),
        ("template-version", "mixed", () => Group("7", mixed: "$Default"), "takes version '$Default' of its launch template, so a changed template replaces no host. Name the version by number: template.LatestVersion"),
        ("refresh-bounds", "one bound", () => Group("7", bounds: new() { MinHealthyPercentage = 100 }), "has an instance refresh without maxHealthyPercentage, for which the provider takes 90 and 100: a fleet of one loses its only host. State both"),
        ("imdsv2", "optional", () => Template(tokens: "optional"), "has metadataOptions.httpTokens 'optional': whoever makes a host fetch an address gets its credentials. Set it to 'required'"),
        ("imdsv2", "unsaid", () => Template(tokens: null), "has metadataOptions.httpTokens 'not set': whoever makes a host fetch an address gets its credentials. Set it to 'required'"),
        ("encrypted-volumes", "plain", () => Template(encrypted: "false"), "has a volume /dev/xvda with ebs.encrypted 'false'. Set it to 'true'"),
        ("encrypted-volumes", "unsaid", () => Template(encrypted: null), "has a volume /dev/xvda with ebs.encrypted 'not set'. Set it to 'true'"),
        ("encrypted-volumes", "no volume", () => _ = new LaunchTemplate("x", new() { MetadataOptions = Tokens("required") }), "names no volume, so that its image decides whether the hosts' disks are encrypted. Map the root device with ebs.encrypted 'true'"),
        ("secret-in-user-data", "secret", () => Template(userData: Output.CreateSecret("aHVudGVyMg==")), "has a secret in its user-data, which every container on the host can read and the cloud keeps in clear. Put it into a SecureString that the host reads at boot"),
        ("admin-ports", "ssh", () => Ingress("0.0.0.0/0", "tcp", 22, 22), "opens tcp port 22 to 0.0.0.0/0, among them the administration's 22. Let nobody in but a range of your own addresses"),
        ("admin-ports", "range over IPv6", () => Ingress("::/0", "tcp", 1000, 9999), "opens tcp ports 1000 to 9999 to ::/0, among them the administration's 1936, 2377, 7373, 9999. Let nobody in but a range of your own addresses"),
        ("admin-ports", "everything", () => Ingress("0.0.0.0/0", "-1", null, null), "opens all traffic to 0.0.0.0/0, among them the administration's 22, 1936, 2377, 7373, 9999. Let nobody in but a range of your own addresses"),
        ("world-ports", "gossip", () => Ingress("0.0.0.0/0", "udp", 7946, 7946), "opens udp port 7946 to 0.0.0.0/0; only tcp 80 and 443 may be open to the world. Narrow the range of addresses"),
        ("world-ports", "half of the internet", () => Ingress("128.0.0.0/1", "tcp", 3000, 3000), "opens tcp port 3000 to 128.0.0.0/1; only tcp 80 and 443 may be open to the world. Narrow the range of addresses"),
        ("world-ports", "inline", () => _ = new SecurityGroup("x", new() { Ingress = { new SecurityGroupIngressArgs { Protocol = "tcp", FromPort = 80, ToPort = 90, CidrBlocks = { "0.0.0.0/0" } } } }), "opens tcp ports 80 to 90 to 0.0.0.0/0; only tcp 80 and 443 may be open to the world. Narrow the range of addresses"),
        ("wildcard-action", "all of a service", () => RolePolicy("""{"Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:*"],"Resource":["arn:aws:s3:::b"]}]}"""), "allows 's3:*' in statement 'Read'. Write out the actions that are needed"),
        ("world-ports", "a rule of the older kind", () => _ = new OlderRule("ingress", 3000), "opens tcp port 3000 to 0.0.0.0/0; only tcp 80 and 443 may be open to the world. Narrow the range of addresses"),
        ("world-ports", "the default group", () => _ = new DefaultSecurityGroup("x", new() { Ingress = { new DefaultSecurityGroupIngressArgs { Protocol = "tcp", FromPort = 3000, ToPort = 3000, CidrBlocks = { "0.0.0.0/0" } } } }), "opens tcp port 3000 to 0.0.0.0/0; only tcp 80 and 443 may be open to the world. Narrow the range of addresses"),
        ("wildcard-action", "any one character", () => RolePolicy("""{"Statement":[{"Effect":"Allow","Action":["s3:GetObjec?"],"Resource":["arn:aws:s3:::b"]}]}"""), "allows 's3:GetObjec?' in a statement. Write out the actions that are needed"),
        ("wildcard-action", "in a role", () => _ = new Role("x", new() { AssumeRolePolicy = "{}", InlinePolicies = { new RoleInlinePolicyArgs { Name = "p", Policy = """{"Statement":[{"Effect":"Allow","Action":["s3:*"],"Resource":["arn:aws:s3:::b"]}]}""" } } }), "allows 's3:*' in a statement. Write out the actions that are needed"),
        ("wildcard-action", "one as a text", () => RolePolicy("""{"Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::b"}}"""), "allows 's3:Get*' in a statement. Write out the actions that are needed"),
        ("wildcard-action", "all but", () => RolePolicy("""{"Statement":[{"Effect":"Allow","NotAction":["iam:*"],"Resource":["arn:aws:s3:::b"]}]}"""), "allows all actions but some, in a statement. Write out those that are needed"),
        ("wildcard-resource", "any", () => RolePolicy("""{"Statement":[{"Sid":"Read","Effect":"Allow","Action":["ec2:DescribeInstances","s3:GetObject"],"Resource":["*"]}]}"""), "allows 's3:GetObject' on every resource, in statement 'Read'. Name the ARNs, or, if AWS gives the action none, add it to UnscopedActions with its source"),
        ("wildcard-resource", "any in parts", () => RolePolicy("""{"Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:*:*:*:*:*"]}]}"""), "allows 's3:GetObject' on every resource, in a statement. Name the ARNs, or, if AWS gives the action none, add it to UnscopedActions with its source"),
        ("wildcard-resource", "all but", () => RolePolicy("""{"Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"NotResource":["arn:aws:s3:::b"]}]}"""), "allows all resources but some, in a statement. Name the ARNs"),
        ("public-principal", "whoever takes a role", () => _ = new Role("x", new() { AssumeRolePolicy = """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}""" }), "lets anybody in, in a statement. Name who may, or add a condition"),
        ("public-principal", "any identity elsewhere", () => _ = new Role("x", new() { AssumeRolePolicy = """{"Statement":[{"Effect":"Allow","Principal":{"Federated":["*"]},"Action":"sts:AssumeRole"}]}""" }), "lets anybody in, in a statement. Name who may, or add a condition"),
        ("public-principal", "all but some", () => _ = new Role("x", new() { AssumeRolePolicy = """{"Statement":[{"Effect":"Allow","NotPrincipal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"sts:AssumeRole"}]}""" }), "lets anybody in, in a statement. Name who may, or add a condition"),
        ("public-principal", "anybody", () => _ = new Pulumi.Aws.Sns.TopicPolicy("x", new() { Arn = "arn:aws:sns:eu-central-1:123456789012:t", Policy = """{"Statement":[{"Sid":"All","Effect":"Allow","Principal":{"AWS":"*"},"Action":"sns:Publish","Resource":"*"}]}""" }), "lets anybody in, in statement 'All'. Name who may, or add a condition"),
        ("invoke-source", "any account", () => _ = new Pulumi.Aws.Lambda.Permission("x", new() { Action = "lambda:InvokeFunction", Function = "f", Principal = "sns.amazonaws.com" }), "lets sns.amazonaws.com invoke it for anybody's account. Set sourceArn"),
        ("invoke-source", "anybody", () => _ = new Pulumi.Aws.Lambda.Permission("x", new() { Action = "lambda:InvokeFunction", Function = "f", Principal = "*" }), "lets anybody invoke it. Name the principal"),
        ("topic-key", "none", () => _ = new Pulumi.Aws.Sns.Topic("x"), "has no key, so its messages are stored in clear. Set kmsMasterKeyId to a key of your own"),
        ("topic-key", "of AWS", () => _ = new Pulumi.Aws.Sns.Topic("x", new() { KmsMasterKeyId = "alias/aws/sns" }), "is encrypted with 'alias/aws/sns', under which messages of AWS's services are lost without a word. Set kmsMasterKeyId to a key of your own whose policy lets them use it"),
        ("immutable-tags", "mutable", () => _ = new Pulumi.Aws.Ecr.Repository("x", new() { ImageTagMutability = "MUTABLE" }), "has imageTagMutability 'MUTABLE', so a tag may mean another image tomorrow. Set it to 'IMMUTABLE'"),
        ("immutable-tags", "unsaid", () => _ = new Pulumi.Aws.Ecr.Repository("x"), "has imageTagMutability 'not set', so a tag may mean another image tomorrow. Set it to 'IMMUTABLE'"),
        ("log-retention", "unsaid", () => _ = new Pulumi.Aws.CloudWatch.LogGroup("x"), "keeps its lines forever. Set retentionInDays"),
        ("secure-parameters", "text", () => _ = new Pulumi.Aws.Ssm.Parameter("x", new() { Type = Pulumi.Aws.Ssm.ParameterType.String, Value = Output.CreateSecret("hunter2") }), "holds a secret as 'String', in clear. Set its type to 'SecureString'"),
    ];

    private static void Group(string? version, string? mixed = null, GroupInstanceRefreshPreferencesArgs? bounds = null) => _ = new Pulumi.Aws.AutoScaling.Group("x", new()
    {
        MinSize = 1,
        MaxSize = 1,
        LaunchTemplate = new GroupLaunchTemplateArgs { Id = "lt-1", Version = version! },
        MixedInstancesPolicy = mixed is null ? null! : new GroupMixedInstancesPolicyArgs
        {
            LaunchTemplate = new GroupMixedInstancesPolicyLaunchTemplateArgs
            {
                LaunchTemplateSpecification = new GroupMixedInstancesPolicyLaunchTemplateLaunchTemplateSpecificationArgs { LaunchTemplateId = "lt-1", Version = mixed },
            },
        },
        InstanceRefresh = bounds is null ? null! : new GroupInstanceRefreshArgs { Strategy = "Rolling", Preferences = bounds },
    });

    private static void Template(string? tokens = "required", string? encrypted = "true", Input<string>? userData = null) => _ = new LaunchTemplate("x", new()
    {
        MetadataOptions = tokens is null ? null! : Tokens(tokens),
        UserData = userData!,
        BlockDeviceMappings = { new LaunchTemplateBlockDeviceMappingArgs { DeviceName = "/dev/xvda", Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs { Encrypted = encrypted! } } },
    });

    private static LaunchTemplateMetadataOptionsArgs Tokens(string tokens) => new() { HttpTokens = tokens };

    private static void Ingress(string range, string protocol, int? from, int? to) => _ = new SecurityGroupIngressRule("x", new()
    {
        SecurityGroupId = "sg-1",
        IpProtocol = protocol,
        CidrIpv4 = range.Contains(':', StringComparison.Ordinal) ? null! : range,
        CidrIpv6 = range.Contains(':', StringComparison.Ordinal) ? range : null!,
        FromPort = from is { } first ? first : null!,
        ToPort = to is { } last ? last : null!,
    });

    private static void RolePolicy(string document) => _ = new RolePolicy("x", new() { Role = "r", Policy = document });
}

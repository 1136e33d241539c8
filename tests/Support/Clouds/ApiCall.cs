namespace Dockerland.Tests.Support.Clouds;

/// <summary>An operation of an AWS API, in IAM's words: <c>ec2</c> and <c>CreateVpc</c>.</summary>
public sealed record ApiCall(string Service, string Operation)
{
    public override string ToString() => $"{Service}:{Operation}";
}

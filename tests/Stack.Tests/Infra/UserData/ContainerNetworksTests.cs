using System.Net;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class ContainerNetworksTests
{
    [Theory]
    [InlineData("10.0.0.0/16", ContainerNetworks.Usual)]
    [InlineData("10.254.0.0/16", ContainerNetworks.Usual)]
    [InlineData("172.16.0.0/16", ContainerNetworks.Other)]
    [InlineData("172.30.0.0/21", ContainerNetworks.Other)]
    [InlineData("192.168.0.0/16", ContainerNetworks.Usual)]
    public void Containers_Have_Addresses_That_The_Vpc_Has_Not(string vpc, string containers)
    {
        Assert.Equal(containers, ContainerNetworks.For(vpc));
        Assert.False(IPNetwork.Parse(vpc).Contains(IPNetwork.Parse(containers).BaseAddress) || IPNetwork.Parse(containers).Contains(IPNetwork.Parse(vpc).BaseAddress));
    }
}

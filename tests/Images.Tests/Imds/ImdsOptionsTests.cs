using Dockerland.Imds;

namespace Dockerland.Tests.Images.Imds;

public sealed class ImdsOptionsTests
{
    [Theory]
    [InlineData(null, "http://169.254.169.254/")]
    [InlineData("", "http://169.254.169.254/")]
    [InlineData("http://127.0.0.1:1338", "http://127.0.0.1:1338/")]
    public void The_Variable_Names_The_Endpoint(string? value, string endpoint) => Assert.Equal(endpoint, ImdsOptions.Read(_ => value).Endpoint.ToString());

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("file:///tmp")]
    public void What_Is_No_Servers_Address_Is_Refused(string value)
    {
        var error = Assert.Throws<ImdsException>(() => ImdsOptions.Read(_ => value));

        Assert.Equal($"AWS_EC2_METADATA_SERVICE_ENDPOINT is '{value}'; it takes an address such as http://169.254.169.254.", error.Message);
    }
}

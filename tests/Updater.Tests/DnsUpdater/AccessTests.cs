using System.Net;
using Amazon.Runtime;
using Dockerland.DnsUpdater;

namespace Dockerland.Tests.Updater.DnsUpdater;

public sealed class AccessTests
{
    [Theory]
    [InlineData("AccessDenied", HttpStatusCode.Forbidden)]
    [InlineData("UnauthorizedOperation", HttpStatusCode.Forbidden)]
    // Services that speak JSON say so with 400.
    [InlineData("AccessDeniedException", HttpStatusCode.BadRequest)]
    public async Task Who_May_Not_Is_Told_What_To_Allow(string code, HttpStatusCode status) => Assert.Equal(
        "Access denied: ssm:GetParameter on /key. Allow it in the policy of the credentials in use. AWS says: no",
        await MessageAsync(new AmazonServiceException("no", ErrorType.Sender, code, "1", status)));

    [Theory]
    [InlineData("ExpiredToken", HttpStatusCode.Forbidden)]
    [InlineData("UnrecognizedClientException", HttpStatusCode.BadRequest)]
    public async Task Credentials_That_Are_No_Good_Are_Not_Taken_For_A_Missing_Permission(string code, HttpStatusCode status) => Assert.Equal(
        "AWS doesn't take the credentials in use: no Renew them, or set the clock of this machine.",
        await MessageAsync(new AmazonServiceException("no", ErrorType.Sender, code, "1", status)));

    public static TheoryData<Exception> Others =>
    [
        new AmazonServiceException("no", ErrorType.Sender, "ValidationError", "1", HttpStatusCode.BadRequest),
        new AmazonClientException("no"),
        new HttpRequestException("no"),
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Whatever_Else_Goes_Wrong_Is_Told_With_The_Call(Exception error) => Assert.Equal("ssm:GetParameter failed: no", await MessageAsync(error));

    private static async Task<string> MessageAsync(Exception error) =>
        (await Assert.ThrowsAsync<UpdaterException>(() => Access.CallAsync<int>("ssm:GetParameter", () => throw error, "/key"))).Message;
}

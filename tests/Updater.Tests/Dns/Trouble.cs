using System.Net;
using Amazon.Route53;
using Amazon.Route53.Model;
using Amazon.Runtime;

namespace Dockerland.Tests.Updater.Dns;

/// <summary>Lets calls fail, answers get lost and others come first, as chance has it.</summary>
internal static class Trouble
{
    private static readonly Func<Exception>[] Faults =
    [
        () => new ThrottlingException("Rate exceeded", ErrorType.Sender, "Throttling", "1", HttpStatusCode.BadRequest),
        () => new PriorRequestNotCompleteException("Wait", ErrorType.Sender, "PriorRequestNotComplete", "1", HttpStatusCode.BadRequest),
        () => new AmazonRoute53Exception("Sorry", ErrorType.Receiver, "InternalFailure", "1", HttpStatusCode.InternalServerError),
        () => new HttpRequestException("Connection refused"),
    ];

    /// <param name="other">Another that works on the same zone, whenever a call is about to be made.</param>
    public static void Make(MemoryRoute53 route53, Random random, Func<Task> other)
    {
        var isOther = false;
        route53.Before = async request =>
        {
            if (random.Next(4) is 0) throw Faults[random.Next(Faults.Length)]();
            if (isOther || random.Next(2) is 0) return;

            isOther = true;
            await other();
            isOther = false;
        };
        route53.After = _ =>
        {
            if (random.Next(4) is 0) throw new HttpRequestException("Connection reset");
        };
    }
}

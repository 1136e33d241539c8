namespace Amazon.Lambda.SNSEvents;

/// <summary>What a topic invokes a function with.</summary>
public class SNSEvent
{
    public IList<SNSRecord> Records { get; set; }

    /// <summary>One message and where it comes from.</summary>
    public class SNSRecord
    {
        /// <summary><c>aws:sns</c>.</summary>
        public string EventSource { get; set; }

        public SNSMessage Sns { get; set; }
    }

    /// <summary>A message.</summary>
    public class SNSMessage
    {
        /// <summary>As it was published.</summary>
        public string Message { get; set; }

        public string MessageId { get; set; }

        /// <summary>When it was published.</summary>
        public DateTime Timestamp { get; set; }
    }
}

namespace Dockerland.DnsUpdater;

/// <summary>Why a pass couldn't do its work; the message is for people, with what to do.</summary>
internal sealed class UpdaterException(string message, Exception? inner = null) : Exception(message, inner);

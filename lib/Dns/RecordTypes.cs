namespace Dockerland.Dns;

/// <summary>The types of records that are planned; a zone may have others.</summary>
public static class RecordTypes
{
    public const string A = "A";
    public const string Aaaa = "AAAA";
    public const string Cname = "CNAME";

    /// <summary>Only the ownership is kept in records of this type.</summary>
    public const string Txt = "TXT";

    /// <summary>Whether a record of that type can be a desired one.</summary>
    public static bool IsPlanned(string type) => type is A or Aaaa or Cname;
}

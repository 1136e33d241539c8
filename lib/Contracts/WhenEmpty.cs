namespace Dockerland.Contracts;

/// <summary>What becomes of a record that nobody has values for.</summary>
public enum WhenEmpty
{
    /// <summary>It stays as it last was: a client that tries hosts in vain is no worse off than one without an address.</summary>
    Keep,

    /// <summary>It is removed, where the policy lets it.</summary>
    Remove,
}

namespace Dockerland.Infra.Settings;

/// <summary>What becomes of a secret that isn't set.</summary>
public enum MissingSecrets
{
    /// <summary>As the stack's <c>dockerland:requireSecrets</c> says: it is an error, or what needs it is left out with a warning.</summary>
    FollowStack,

    /// <summary>It is <see cref="Secret.Missing"/>, for a plan; one that is set isn't checked, since a plan can't decrypt it.</summary>
    Show,
}

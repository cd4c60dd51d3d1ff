package dev.creatorledger.platform.security;

/**
 * Paths that a security chain of its own guards, beside the {@link RouteTable}: pages for people, who sign in.
 *
 * @param prefix where the paths begin, such as {@code /panel}
 */
public record OwnGuard(String prefix) {

    /** Whether a path is one of them. */
    boolean guards(String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}

package dev.creatorledger.query.panel.page;

import java.util.List;
import java.util.Set;

/**
 * A part of the panel, for some roles: its pages are closed to all others, and the navigation shows it to these alone.
 * What no section names is no page. Each is a bean; {@code nav.<name>} is its message.
 *
 * @param name what it is called in message keys
 * @param order where it stands in the navigation; the first one that somebody may see is their home
 * @param home its first page
 * @param paths the patterns of its pages
 * @param roles who may see it
 */
public record Section(String name, int order, String home, List<String> paths, Set<String> roles) {

    /** The key of what the navigation calls it. */
    public String title() {
        return "nav." + name;
    }

    /** Whether somebody with these roles may see it. */
    public boolean isFor(Set<String> held) {
        return held.stream().anyMatch(roles::contains);
    }
}

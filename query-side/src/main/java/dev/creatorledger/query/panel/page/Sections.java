package dev.creatorledger.query.panel.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of the panel, in their order.
 *
 * @param all every one
 */
public record Sections(List<Section> all) {

    /** In their order. */
    public Sections {
        all = all.stream().sorted(Comparator.comparingInt(Section::order)).toList();
    }

    /** What somebody with these roles may see. */
    public List<Section> of(Set<String> roles) {
        return all.stream().filter(section -> section.isFor(roles)).toList();
    }

    /** Where somebody with these roles begins, if there is anything for them. */
    public Optional<String> home(Set<String> roles) {
        return of(roles).stream().map(Section::home).findFirst();
    }
}

package dev.creatorledger.platform.start;

import java.util.List;
import java.util.Map;

/**
 * A process that runs on its own, on stores of somebody else.
 *
 * @param name what it is called in messages and by the database's administrator
 * @param application what it is made of
 * @param checks what is looked at before it starts
 * @param migrates whether it brings the tables of the events up to date
 * @param defaults settings that hold where nothing else is set
 */
public record Side(
        String name, Class<?> application, List<StartCheck> checks, boolean migrates, Map<String, Object> defaults) {

    /** Copies the lists. */
    public Side {
        checks = List.copyOf(checks);
        defaults = Map.copyOf(defaults);
    }
}

package dev.creatorledger.platform.start;

import java.util.List;
import org.springframework.core.env.Environment;

/** Looks, before anything is started, whether what a process needs is there. */
public interface StartCheck {

    /** What is not set, or set wrongly; one line each. Nobody is asked anything for this. */
    List<String> missing(Environment environment);

    /** What is wrong with what the settings name; asked only if nothing is missing. */
    default List<String> wrong(Environment environment) {
        return List.of();
    }
}

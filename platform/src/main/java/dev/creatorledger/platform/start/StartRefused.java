package dev.creatorledger.platform.start;

import java.util.List;

/** The process does not start: what it needs is missing, or is not what it has to be. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param reasons one line each, in words that its user can mend it by
     */
    public StartRefused(List<String> reasons) {
        super(String.join("\n", reasons));
    }

    /** One line for each reason. */
    public List<String> reasons() {
        return List.of(String.valueOf(getMessage()).split("\n"));
    }
}

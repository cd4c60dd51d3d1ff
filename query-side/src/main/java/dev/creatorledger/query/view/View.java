package dev.creatorledger.query.view;

import java.util.List;

/**
 * A named answer to a kind of question, kept in one or more collections.
 *
 * @param name the name that replays and positions know it by
 * @param projections what fills its collections
 */
public record View(String name, List<Projection<?>> projections) {

    /** The views that there are. */
    public static final String CHANNELS = "channels";

    public static final String BALANCES = "balances";
    public static final String EARNINGS = "earnings";
    public static final String PAYOUTS = "payouts";
    public static final String JOURNAL = "journal";
    public static final String MEMBERS = "members";
    public static final String COMPLIANCE = "compliance";

    /** Copies the list. */
    public View {
        projections = List.copyOf(projections);
    }
}

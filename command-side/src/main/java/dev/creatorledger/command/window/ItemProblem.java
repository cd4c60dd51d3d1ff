package dev.creatorledger.command.window;

/** Why an item of a batch is {@code invalid}; the names are the codes that callers read. */
enum ItemProblem {
    /** A line that is no JSON value. */
    MALFORMED_LINE,
    /** A line longer than the limit. */
    LINE_TOO_LONG,
    /** A JSON value, but no object. */
    NOT_AN_OBJECT,
    /** No text of 1 to 128 printable ASCII characters. */
    IMPRESSION_ID_INVALID,
    /** No well-formed id. */
    VIDEO_ID_INVALID,
    /** No well-formed id. */
    AD_ID_INVALID,
    /** No well-formed id. */
    AD_TYPE_INVALID,
    /** No instant of RFC 3339 in UTC. */
    SHOWN_AT_INVALID,
    /** No whole number of milliseconds, or a negative one. */
    WATCHED_MILLIS_INVALID,
    /** No object of a decimal string and a currency. */
    NET_REVENUE_INVALID,
    /** Ads pay in rial (M2). */
    CURRENCY_NOT_IRR,
    /** Less than nothing (M2). */
    NET_REVENUE_NEGATIVE,
    /** A total of the window would exceed what can be counted exactly (M1). */
    TOTAL_OVERFLOW
}

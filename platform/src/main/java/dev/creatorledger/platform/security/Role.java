package dev.creatorledger.platform.security;

import java.util.List;

/** What a token lets its bearer do, as it stands in tokens (contract, "Conventions"). */
public final class Role {

    /** Sends impressions, videos and audience figures. */
    public static final String INGEST = "ingest";

    /** Registers, decides, opens and closes backfills. */
    public static final String OPERATOR = "operator";

    /** Reports payments and what the bank did. */
    public static final String PAYMENTS = "payments";

    /** Acts for the channels named in the token. */
    public static final String CREATOR = "creator";

    /** Acts for the network named in the token. */
    public static final String NETWORK = "network";

    /** Acts for the member named in the token. */
    public static final String MEMBER = "member";

    /** Reads everything but transfers. */
    public static final String AUDITOR = "auditor";

    /** Reads what compliance needs. */
    public static final String COMPLIANCE = "compliance";

    /** May do everything. */
    public static final String ADMIN = "admin";

    /** Every role there is. */
    public static final List<String> ALL =
            List.of(INGEST, OPERATOR, PAYMENTS, CREATOR, NETWORK, MEMBER, AUDITOR, COMPLIANCE, ADMIN);

    private Role() {}
}

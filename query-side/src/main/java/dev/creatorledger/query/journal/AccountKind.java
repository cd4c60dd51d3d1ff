package dev.creatorledger.query.journal;

/** The accounts of the books (L2): those of the platform, and three for each channel. */
public enum AccountKind {
    /** What advertisers owe. */
    ADVERTISERS("assets:receivable:advertisers", false),
    /** What the payment service has collected and not yet handed over. */
    PAYMENTS("assets:receivable:payments", false),
    /** The bank account. */
    BANK("assets:bank", false),
    /** What a creator can ask for. */
    PAYABLE("payable", true),
    /** What is held for a creator's open payouts. */
    HELD("held", true),
    /** What a creator's members have paid on days that are not sealed yet. */
    ACCRUED("accrued", true),
    /** What is owed to the state. */
    TAX("liabilities:tax", false),
    /** What is owed to members. */
    REFUNDS("liabilities:refunds", false),
    /** The platform's part of ad income. */
    ADS("income:platform:ads", false),
    /** The platform's part of membership income. */
    MEMBERSHIPS("income:platform:memberships", false);

    private final String text;
    private final boolean ofChannel;

    AccountKind(String text, boolean ofChannel) {
        this.text = text;
        this.ofChannel = ofChannel;
    }

    /** Its name, or for an account of a channel the last part of it. */
    public String text() {
        return text;
    }

    /** Whether each channel has one of its own. */
    public boolean isOfChannel() {
        return ofChannel;
    }
}

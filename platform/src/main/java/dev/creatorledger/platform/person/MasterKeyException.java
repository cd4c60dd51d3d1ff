package dev.creatorledger.platform.person;

/** The master key is missing, malformed or another one; the message is for whoever starts the service. */
public final class MasterKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong, and what would mend it; never the key. */
    public MasterKeyException(String message) {
        super(message);
    }
}

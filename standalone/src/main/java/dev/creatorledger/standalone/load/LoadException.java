package dev.creatorledger.standalone.load;

/** The load cannot go on; the message says why, in words for whoever started it. */
public final class LoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With nothing but the words. */
    public LoadException(String message) {
        super(message);
    }

    /** With what led to it. */
    public LoadException(String message, Throwable cause) {
        super(message, cause);
    }
}

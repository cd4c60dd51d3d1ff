package dev.creatorledger.events;

/** An identifier that does not have the shape its kind requires. */
public final class MalformedIdException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What an identifier is made of, as a caller is told. */
    public static final String REQUIRED = "1 to 64 characters of A-Z a-z 0-9 . _ -";

    private final String kind;

    /** Names the kind of identifier that is malformed; the text itself is not repeated, it may be anything. */
    public MalformedIdException(String kind) {
        super(kind + " must have " + REQUIRED);
        this.kind = kind;
    }

    /** The kind of identifier, as its field is called in requests: {@code channelId}, {@code videoId}, … */
    public String kind() {
        return kind;
    }
}

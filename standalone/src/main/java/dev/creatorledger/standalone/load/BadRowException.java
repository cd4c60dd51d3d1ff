package dev.creatorledger.standalone.load;

/** A line of the file that cannot be used, named by its number. */
final class BadRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRowException(long line, String why) {
        super("line " + line + ": " + why);
    }
}

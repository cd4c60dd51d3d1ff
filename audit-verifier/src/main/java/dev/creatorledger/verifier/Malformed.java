package dev.creatorledger.verifier;

/** Something is not of the form that it must have. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    Malformed(String what) {
        super(what);
    }
}

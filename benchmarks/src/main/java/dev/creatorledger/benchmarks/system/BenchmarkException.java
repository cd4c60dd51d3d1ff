package dev.creatorledger.benchmarks.system;

/** A measurement could not be taken, so no figure of this run counts. */
public final class BenchmarkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what went wrong. */
    public BenchmarkException(String message) {
        super(message);
    }

    /** With what went wrong, and why. */
    public BenchmarkException(String message, Throwable cause) {
        super(message, cause);
    }
}

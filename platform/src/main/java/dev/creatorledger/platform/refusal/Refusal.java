package dev.creatorledger.platform.refusal;

import java.util.List;

/** A request is not carried out, and nothing of it is done; an expected outcome, so it carries no stack trace. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Violation> violations;

    /** A refusal for one reason; the detail is a sentence for the caller. */
    public Refusal(ErrorCode code, String detail) {
        this(code, detail, List.of());
    }

    /** A refusal that names everything that fails. */
    public Refusal(ErrorCode code, String detail, List<Violation> violations) {
        super(detail, null, false, false);
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }

    /** Everything that fails, if several things can. */
    public List<Violation> violations() {
        return violations;
    }
}

package dev.creatorledger.command;

import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import java.util.List;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/** Matches a refusal by its code and by everything it names. */
public final class Refused extends TypeSafeMatcher<Refusal> {

    private final ErrorCode code;
    private final List<Violation> violations;
    private final boolean anyViolations;

    private Refused(ErrorCode code, List<Violation> violations, boolean anyViolations) {
        this.code = code;
        this.violations = violations;
        this.anyViolations = anyViolations;
    }

    /** A refusal of this code. */
    public static Matcher<Refusal> refused(ErrorCode code) {
        return new Refused(code, List.of(), true);
    }

    /** A refusal of this code that names exactly these conditions. */
    public static Matcher<Refusal> refused(ErrorCode code, Violation... violations) {
        return new Refused(code, List.of(violations), false);
    }

    @Override
    protected boolean matchesSafely(Refusal refusal) {
        return refusal.code() == code && (anyViolations || refusal.violations().equals(violations));
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refusal " + code + (anyViolations ? "" : " with " + violations));
    }

    @Override
    protected void describeMismatchSafely(Refusal refusal, Description description) {
        description.appendText("refusal " + refusal.code() + " with " + refusal.violations());
    }
}

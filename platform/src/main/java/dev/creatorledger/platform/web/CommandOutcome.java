package dev.creatorledger.platform.web;

import dev.creatorledger.platform.refusal.ErrorCode;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** What became of a command, gathered where it is known and told in one line of the log. */
public final class CommandOutcome {

    private static final String ATTRIBUTE = CommandOutcome.class.getName();

    private @Nullable ErrorCode code;
    private @Nullable String position;
    private @Nullable String counts;
    private boolean replayed;

    private CommandOutcome() {}

    /** That of a request. */
    public static CommandOutcome of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof CommandOutcome known) {
            return known;
        }
        CommandOutcome made = new CommandOutcome();
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }

    /** It was refused. */
    void refused(ErrorCode why) {
        code = why;
        position = null;
    }

    /** Its events are stored at a position. */
    public void storedAt(String where) {
        position = where;
    }

    /** A batch was booked: how many items had each outcome. */
    public void counted(String howMany) {
        counts = howMany;
    }

    /** The answer was kept from an earlier time and is given again. */
    public void replayed() {
        replayed = true;
    }

    @Nullable
    ErrorCode code() {
        return code;
    }

    @Nullable
    String position() {
        return position;
    }

    @Nullable
    String counts() {
        return counts;
    }

    boolean isReplayed() {
        return replayed;
    }
}

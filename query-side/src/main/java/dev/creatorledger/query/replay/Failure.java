package dev.creatorledger.query.replay;

import java.util.LinkedHashSet;
import java.util.Set;

/** Why something failed, in one line for an operator: the messages of a failure and of its causes. */
final class Failure {

    private static final int MAX_CHARACTERS = 500;

    private Failure() {}

    static String of(Throwable failure) {
        Set<String> messages = new LinkedHashSet<>();
        for (Throwable one = failure; one != null && one != one.getCause(); one = one.getCause()) {
            String message = one.getMessage();
            messages.add(message == null ? one.getClass().getSimpleName() : message);
        }
        String all = String.join(": ", messages);
        return all.length() <= MAX_CHARACTERS ? all : all.substring(0, MAX_CHARACTERS) + '…';
    }
}

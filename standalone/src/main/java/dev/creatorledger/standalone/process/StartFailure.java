package dev.creatorledger.standalone.process;

import dev.creatorledger.platform.person.MasterKeyException;
import dev.creatorledger.platform.start.StartRefused;
import java.net.BindException;
import java.nio.file.FileSystemException;
import org.springframework.boot.web.server.PortInUseException;

/** The process cannot start, for a reason that its user can understand and mend; the message is one line. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says why. */
    public StartFailure(String message) {
        super(message);
    }

    private StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The failure behind another one, in words that its user can mend it by if it is of a known kind. */
    static RuntimeException behind(Throwable thrown, ProcessOptions options) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure known) {
                return known;
            }
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return cannotListen(options, cause);
            }
            if (cause instanceof FileSystemException file) {
                return new StartFailure("The data folder cannot be used: " + reason(file), thrown);
            }
            if (cause instanceof MasterKeyException masterKey) {
                return new StartFailure(String.valueOf(masterKey.getMessage()), thrown);
            }
            if (cause instanceof StartRefused refused) {
                return new StartFailure(String.join("; ", refused.reasons()), thrown);
            }
            if (cause instanceof IllegalArgumentException setting && isOurs(setting)) {
                return new StartFailure(String.valueOf(setting.getMessage()), thrown);
            }
        }
        return thrown instanceof RuntimeException unknown ? unknown : new StartFailure(thrown.toString(), thrown);
    }

    /** The failure to listen. */
    static StartFailure cannotListen(ProcessOptions options, Throwable cause) {
        String place = options.bind() + ":" + options.port();
        boolean taken = cause instanceof PortInUseException
                || String.valueOf(cause.getMessage()).contains("in use");
        return taken
                ? new StartFailure("The port is taken: something listens on " + place + " already", cause)
                : new StartFailure("Cannot listen on " + place + ": " + cause.getMessage(), cause);
    }

    private static boolean isOurs(IllegalArgumentException failure) {
        return String.valueOf(failure.getMessage()).startsWith("LEDGER_");
    }

    private static String reason(FileSystemException failure) {
        String reason = failure.getReason();
        return failure.getFile() + " (" + (reason == null ? failure.getClass().getSimpleName() : reason) + ")";
    }
}

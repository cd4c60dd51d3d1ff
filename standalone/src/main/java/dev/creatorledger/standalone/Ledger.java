package dev.creatorledger.standalone;

import dev.creatorledger.standalone.cli.BackupCommand;
import dev.creatorledger.standalone.cli.TokenCommand;
import dev.creatorledger.standalone.cli.UpCommand;
import dev.creatorledger.standalone.demo.DemoCommand;
import dev.creatorledger.standalone.load.LoadCommand;
import dev.creatorledger.standalone.process.StartFailure;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code ledger up}, {@code demo}, {@code load}, {@code token}, {@code backup}; {@code verify} is a program of its own. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        version = "Creator Ledger 0.1.0",
        description = "Turns ad impressions and memberships into money that creators are paid.",
        footer = {
            "",
            "  verify  Checks an export against a checkpoint, without the service:",
            "          ledger verify EXPORT CHECKPOINT [--key FILE] [--trial-balance FILE]"
        },
        subcommands = {UpCommand.class, DemoCommand.class, LoadCommand.class, TokenCommand.class, BackupCommand.class})
public final class Ledger implements Runnable {

    private static final int OLDEST_JAVA = 17;
    private static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Runs a command, and ends the process with its exit code. */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command and gives its exit code: 0 if it did what was asked, 2 if it was asked wrongly, else 1. */
    static int run(String... arguments) {
        if (Runtime.version().feature() < OLDEST_JAVA) {
            System.err.println("Creator Ledger needs Java " + OLDEST_JAVA + " or newer");
            return FAILED;
        }
        return new CommandLine(new Ledger())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()))
                .execute(arguments);
    }

    private static int report(Exception failure, PrintWriter err) {
        if (failure instanceof StartFailure) {
            err.println("ledger: " + failure.getMessage());
        } else if (failure instanceof FileSystemException file) {
            err.println("ledger: the data folder cannot be used: " + file.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        return FAILED;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: up, demo, load, token, backup or verify");
    }
}

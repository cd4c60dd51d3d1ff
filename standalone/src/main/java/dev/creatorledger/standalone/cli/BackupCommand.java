package dev.creatorledger.standalone.cli;

import dev.creatorledger.standalone.embedded.Backup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger backup}: copies the data folder, whether or not the service runs. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the data folder, keys and all, while the service runs or not.",
            "To restore it, put the copy in the place of the data folder and start."
        })
public final class BackupCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "TO", description = "Where the copy is to be; nothing may be there yet.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Option(
            names = "--data",
            defaultValue = "${env:LEDGER_DATA:-data}",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Override
    public Integer call() throws IOException {
        Backup.make(data, to);
        spec.commandLine().getOut().println("A copy of " + data + " is in " + to);
        return 0;
    }
}

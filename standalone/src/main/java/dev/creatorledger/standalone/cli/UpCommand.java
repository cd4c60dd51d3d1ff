package dev.creatorledger.standalone.cli;

import dev.creatorledger.standalone.process.BothSides;
import dev.creatorledger.standalone.process.LedgerProcess;
import dev.creatorledger.standalone.process.ProcessOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger up}: runs both sides in this process until it is told to end. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the whole service in one process: on stores of its own in the data folder (embedded),",
            "or on a PostgreSQL and a MongoDB that the settings name (postgres), with the events in an Axon Server that",
            "they name as well (axonserver)."
        })
public final class UpCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "The port (default: ${DEFAULT-VALUE}; 0: any).")
    private int port;

    @Option(
            names = "--bind",
            defaultValue = ProcessOptions.LOOPBACK,
            description = "The address to listen on (default: ${DEFAULT-VALUE}, this machine alone).")
    @SuppressWarnings("NullAway.Init")
    private String bind;

    @Option(
            names = "--data",
            defaultValue = "${env:LEDGER_DATA:-data}",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(
            names = "--mode",
            defaultValue = "${env:LEDGER_MODE:-embedded}",
            description = "embedded, postgres or axonserver (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String mode;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port must be 0 to " + LAST_PORT + ", not " + port);
        }
        switch (mode) {
            case "embedded" -> embedded();
            case "postgres" -> BothSides.main("--server.port=" + port, "--server.address=" + bind);
            case "axonserver" -> BothSides.onAxonServer("--server.port=" + port, "--server.address=" + bind);
            default ->
                throw new ParameterException(
                        spec.commandLine(), "--mode must be embedded, postgres or axonserver, not " + mode);
        }
        Thread.currentThread().join();
        return 0;
    }

    private void embedded() {
        // Stopped by the application's own shutdown hook, so that it is closed once, whatever ends the process.
        @SuppressWarnings("resource")
        LedgerProcess process = LedgerProcess.start(new ProcessOptions(bind, port, data));
        spec.commandLine().getOut().println("Creator Ledger is ready at " + process.address());
        spec.commandLine().getOut().flush();
    }
}

package dev.creatorledger.standalone.cli;

import dev.creatorledger.platform.security.EmbeddedIssuer;
import dev.creatorledger.platform.security.Grant;
import dev.creatorledger.platform.security.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledger token}: prints a token for a role, whether or not the service runs. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints a token that lasts ten years, as its last line.")
public final class TokenCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--role",
            required = true,
            description = "ingest, operator, payments, creator, network, member, auditor, compliance or admin.")
    @SuppressWarnings("NullAway.Init")
    private String role;

    @ArgGroup
    private @Nullable Whom whom;

    @Option(
            names = "--data",
            defaultValue = "${env:LEDGER_DATA:-data}",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    /** Whom the token acts for: one of three. */
    static final class Whom {

        @Option(names = "--channel", required = true, description = "The channel that a creator acts for.")
        private @Nullable String channel;

        @Option(names = "--network", required = true, description = "The network that the token acts for.")
        private @Nullable String network;

        @Option(names = "--member", required = true, description = "The member that the token acts for.")
        private @Nullable String member;

        private @Nullable String of(String role) {
            return switch (role) {
                case Role.CREATOR -> channel;
                case Role.NETWORK -> network;
                case Role.MEMBER -> member;
                default -> null;
            };
        }
    }

    @Override
    public Integer call() throws IOException {
        Grant grant = grant();
        spec.commandLine().getOut().println(EmbeddedIssuer.of(data).token(grant));
        return 0;
    }

    private Grant grant() {
        String named = whom == null ? null : whom.of(role);
        if (whom != null && named == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--channel goes with the role creator, --network with network, --member with member");
        }
        try {
            return Grant.of(role, named);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}

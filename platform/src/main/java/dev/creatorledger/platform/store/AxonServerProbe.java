package dev.creatorledger.platform.store;

import dev.creatorledger.platform.start.AxonServerSettings;
import io.axoniq.axonserver.connector.impl.Headers;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks Axon Server once, before a process starts, whether it lets it in: the connector tries on and says little. */
final class AxonServerProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AxonServerSettings settings;
    private final ClientIdentification asker = ClientIdentification.newBuilder()
            .setClientId("start-check")
            .setComponentName("creator-ledger")
            .build();

    AxonServerProbe(AxonServerSettings settings) {
        this.settings = settings;
    }

    /** Why none of the servers lets this process in, one line each; nothing if one of them does. */
    List<String> refusals() {
        List<String> refusals = new ArrayList<>();
        for (String server : settings.servers()) {
            String refusal = refusal(server);
            if (refusal == null) {
                return List.of();
            }
            refusals.add("Axon Server at " + server + " " + refusal);
        }
        return refusals;
    }

    private @Nullable String refusal(String server) {
        ManagedChannel channel = channel(server);
        try {
            var unused = PlatformServiceGrpc.newBlockingStub(channel)
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers()))
                    .withDeadlineAfter(PATIENCE)
                    .getPlatformServer(asker);
            return null; // which server it would rather have does not matter: it has let this process in
        } catch (StatusRuntimeException e) {
            return words(e);
        } finally {
            channel.shutdownNow();
        }
    }

    private ManagedChannel channel(String server) {
        ServerAddress address = AxonServerConnector.address(server);
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(address.getHostName(), address.getGrpcPort());
        if (settings.tls()) {
            builder.sslContext(AxonServerConnector.trusting(settings));
        } else {
            builder.usePlaintext();
        }
        return builder.build();
    }

    private Metadata headers() {
        Metadata headers = new Metadata();
        headers.put(Headers.CONTEXT, settings.context());
        if (!settings.secret().isEmpty()) {
            headers.put(Headers.ACCESS_TOKEN, settings.secret());
        }
        return headers;
    }

    private String words(StatusRuntimeException failure) {
        Status status = failure.getStatus();
        return switch (status.getCode()) {
            case PERMISSION_DENIED, UNAUTHENTICATED ->
                "does not let this process in; see ledger.axonserver.token-file: " + said(status);
            // A server that expects encryption just hangs up on one that does not speak it.
            case UNAVAILABLE ->
                "does not answer; is it there, and is ledger.axonserver.tls (" + settings.tls() + ") right? "
                        + said(status);
            default -> "does not answer: " + said(status);
        };
    }

    /** The innermost reason, which names what is wrong with a certificate, say. */
    private static String said(Status status) {
        Throwable cause = status.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause == null || cause.getMessage() == null ? status.getDescription() : cause.getMessage();
        return text == null ? status.getCode().name() : text.lines().findFirst().orElse("it gives no reason");
    }
}

package dev.creatorledger.platform.store;

import dev.creatorledger.platform.start.AxonServerCheck;
import dev.creatorledger.platform.start.AxonServerSettings;
import dev.creatorledger.platform.start.StartRefused;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import javax.net.ssl.SSLException;

/** The connection to Axon Server; it comes back by itself when the server does. */
public final class AxonServerConnector implements AutoCloseable {

    private static final int RECONNECT_MILLIS = 500;

    private final AxonServerConnectionFactory factory;
    private final AxonServerConnection connection;

    /**
     * Begins to connect and does not wait for it.
     *
     * @param process what this process is called in the server's lists
     */
    public AxonServerConnector(AxonServerSettings settings, String process) {
        AxonServerConnectionFactory.Builder builder = AxonServerConnectionFactory.forClient(process)
                .routingServers(settings.servers().stream()
                        .map(AxonServerConnector::address)
                        .toArray(ServerAddress[]::new))
                .connectTimeout(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .reconnectInterval(RECONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .maxInboundMessageSize(Math.toIntExact(settings.maxMessageSize().toBytes()));
        String token = settings.secret();
        if (!token.isEmpty()) {
            builder.token(token);
        }
        if (settings.tls()) {
            builder.useTransportSecurity(trusting(settings));
        }
        factory = builder.build();
        connection = factory.connect(settings.context());
    }

    /**
     * What the server's certificate is checked against.
     *
     * @throws StartRefused if the file of certificates holds none
     */
    static SslContext trusting(AxonServerSettings settings) {
        SslContextBuilder builder = GrpcSslContexts.forClient();
        try {
            if (settings.certificateFile() != null) {
                builder.trustManager(settings.certificateFile().toFile());
            }
            return builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new StartRefused(List.of("ledger.axonserver.certificate-file names " + settings.certificateFile()
                    + ", which holds no certificates: " + e.getMessage()));
        }
    }

    /** A server's host and port; throws {@link StartRefused} if it is not of that form. */
    static ServerAddress address(String server) {
        Matcher parts = AxonServerCheck.SERVER.matcher(server);
        if (!parts.matches()) {
            throw new StartRefused(List.of("ledger.axonserver.servers has " + server + ", which is not host:port"));
        }
        return new ServerAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    EventChannel events() {
        return connection.eventChannel();
    }

    /** Whether there is a connection at this moment. */
    boolean isConnected() {
        return connection.isConnected();
    }

    @Override
    public void close() {
        factory.shutdown();
    }
}

package dev.creatorledger.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server, and can cut what is between them. */
final class Proxy implements AutoCloseable {

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Proxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    static Proxy to(String server) throws IOException {
        int colon = server.lastIndexOf(':');
        return new Proxy(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
    }

    String address() {
        return "localhost:" + door.getLocalPort();
    }

    /** Ends every connection, and each new one as soon as it is made. */
    void cut() {
        cut = true;
        open.forEach(Proxy::end);
    }

    void mend() {
        cut = false;
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            if (cut) {
                end(client);
            } else {
                Socket server = new Socket(host, port);
                open.add(client);
                open.add(server);
                run(() -> copy(client, server));
                run(() -> copy(server, client));
            }
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8_192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                out.write(bytes, 0, read);
                out.flush();
            }
        }
    }

    private static void run(Copying copying) {
        Thread thread = new Thread(() -> {
            try {
                copying.run();
            } catch (IOException ended) {
                // A connection was cut: that is what this is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException ended) {
            // It is gone already.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    @FunctionalInterface
    private interface Copying {
        void run() throws IOException;
    }
}

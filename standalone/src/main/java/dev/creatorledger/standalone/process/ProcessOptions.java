package dev.creatorledger.standalone.process;

import java.nio.file.Path;

/**
 * Where the process listens and where it keeps what must last.
 *
 * @param bind the address to listen on
 * @param port the port; 0 for any that is free
 * @param data the data folder, made if it is missing
 */
public record ProcessOptions(String bind, int port, Path data) {

    /** The address to listen on if none is named: this machine alone. */
    public static final String LOOPBACK = "127.0.0.1";

    /** The folder as an absolute path. */
    public ProcessOptions {
        data = data.toAbsolutePath().normalize();
    }
}

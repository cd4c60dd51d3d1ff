package dev.creatorledger.query.panel.page;

import java.net.URI;
import java.util.Optional;

/** Where the command side answers, if the panel may ask it. */
@FunctionalInterface
public interface CommandAddress {

    /** The address, known once the process listens; empty where requests are made elsewhere. */
    Optional<URI> now();
}

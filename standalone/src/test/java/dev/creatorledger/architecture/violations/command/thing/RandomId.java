package dev.creatorledger.architecture.violations.command.thing;

import java.util.UUID;

/** Breaks: ids are the client's or derived. */
public class RandomId {

    /** Another one every time. */
    public String next() {
        return UUID.randomUUID().toString();
    }
}
